package dev.linekeeper.service.requests;

import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.service.execution.PlanExport;
import dev.linekeeper.service.execution.PlanExportResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every kind of plan that leaves as a script, each of somebody in the demo tenant; the golden file is named after it. */
public enum ScriptKind {
    ENROL {
        @Override
        Request approved(House house) {
            return ask(house, new Intent.EnrolPerson(House.ADELE, House.SEATTLE, false));
        }
    },
    RELEASE_AND_ENROL {
        @Override
        Request approved(House house) {
            return ask(house, release(house));
        }
    },
    MOVE {
        @Override
        Request approved(House house) {
            return ask(house, new Intent.EnrolPerson(JONI, LONDON, false));
        }
    },
    UNENROL {
        @Override
        Request approved(House house) {
            return ask(house, new Intent.RemovePerson(JONI));
        }
    },
    RESTORE {
        @Override
        Request approved(House house) {
            var enrolled = house.applied(ask(house, release(house)).id());
            return ask(house, new Intent.UndoOf(enrolled.id()));
        }
    },
    OWN_NUMBER {
        @Override
        Request approved(House house) {
            var london = new LocationId("ca4aa82f-e59c-559c-9e8b-f612cbf00951");
            return ask(
                    house,
                    new Intent.GiveNumber(
                            PRADEEP, new GivenNumber(PhoneNumber.of("+442079460130"), Optional.of(london))));
        }
    },
    FURTHER_LINE {
        @Override
        Request approved(House house) {
            return ask(house, new Intent.ReleaseLine(ELVIA, PhoneNumber.of("+14255550180")));
        }
    },
    FURTHER_LINE_BACK {
        @Override
        Request approved(House house) {
            var released = house.applied(FURTHER_LINE.approved(house).id());
            return ask(house, new Intent.UndoOf(released.id()));
        }
    },
    PARTLY_DONE {
        @Override
        Request approved(House house) {
            var request = ask(house, release(house));
            house.mode = OperatingMode.READ_ONLY;
            var stopped = house.applied(request.id());
            stopped.terms().plan().changes().stream().limit(2).forEach(it -> PlanKind.make(house.model.ports(), it));
            house.requests.confirming().confirm(House.ANA_ADMIN, request.id(), Optional.empty());
            return house.now(request.id());
        }
    };

    private static final UserId ELVIA = new UserId("bc1124f3-7be5-54d5-8ab6-a0bc5a3453c7");
    private static final UserId JONI = new UserId("c597679e-3109-5546-be3d-cb56357eb769");
    private static final UserId PRADEEP = new UserId("1fb0a302-4a40-5183-a982-7521c2ecf131");
    private static final UserId LEE_GU = new UserId("fd229718-4e20-5ba1-878a-8c1c92a70bc4");
    private static final PolicyName LONDON = new PolicyName("London");
    static final ApprovalPolicy POLICY =
            new ApprovalPolicy(Duration.ofDays(3), 1, 1, List.of(), Duration.ofDays(7), Duration.ofHours(1));

    /** A request of this kind that may be exported. */
    abstract Request approved(House house);

    /** The script as production code makes it. */
    public PlanScript script(Path folder) {
        try (var house = new House(folder, POLICY)) {
            return exported(house, approved(house));
        }
    }

    /** The script of a request that is approved. */
    public static PlanScript exported(House house, Request approved) {
        var ports = house.model.ports();
        var export = new PlanExport(
                        house.kept.requests(), ports.directory(), ports.organisation(), house.kept.trail(), house.clock)
                .export(approved.id(), Optional.of(House.ANA_ADMIN), Wording.of(Locale.ENGLISH)::say);
        return ((PlanExportResult.ExportedScript) export).script();
    }

    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".ps1";
    }

    /** Somebody with a number, whose routes are their own and who has no Shared Calling yet. */
    private static Intent release(House house) {
        var ports = house.model.ports();
        PlanKind.make(ports, new Change.RevokePolicy(LEE_GU, PolicyKind.SHARED_CALLING));
        PlanKind.make(ports, new Change.GrantPolicy(LEE_GU, PolicyKind.VOICE_ROUTING, new PolicyName("Seattle lines")));
        return new Intent.EnrolPerson(LEE_GU, House.SEATTLE, true);
    }

    private static Request ask(House house, Intent intent) {
        var asked = house.requests.asking().submit(new ChangeRequest(House.ANA_ADMIN, intent, "tried as a script"));
        if (!(asked instanceof SubmissionResult.Sent(var pending))) {
            throw new AssertionError(asked);
        }
        house.yes(House.LEE_APPROVER, pending.id());
        return house.now(pending.id());
    }
}
