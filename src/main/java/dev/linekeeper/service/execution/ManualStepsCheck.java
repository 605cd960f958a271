package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StepStopped;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.RequestAudit;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestStore.Replaced;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.RequestTransitions;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Marks steps of an approved plan as done that somebody did by hand, with an exported script or otherwise. Only what is
 * read in the tenant counts. Nothing is written there, now or later: the request stops at the first open step until
 * somebody says to go on.
 */
public final class ManualStepsCheck {
    private static final Set<Role> MAY = Set.of(Role.ADMIN);

    private final RequestStore store;
    private final RequestTransitions moves;
    private final TenantReader readings;
    private final FinalCheck judging;
    private final Roles roles;
    private final AuditTrail trail;
    private final Clock clock;

    public ManualStepsCheck(
            RequestStore store,
            RequestTransitions moves,
            TenantReader readings,
            FinalCheck judging,
            Roles roles,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.moves = moves;
        this.readings = readings;
        this.judging = judging;
        this.roles = roles;
        this.trail = trail;
        this.clock = clock;
    }

    /** Looks at the open steps in their order, with a claim only at those it names. */
    public ManualStepsResult confirm(UserId who, RequestId id, Optional<ManualStepsClaim> claim) {
        Optional<Stored> found = store.find(id);
        if (found.isEmpty()) {
            return new ManualStepsResult.NoSuchRequest(id);
        }
        Request request = found.get().request();
        if (!roles.freshly(who).contains(Role.ADMIN)) {
            trail.append(RequestAudit.refused(request, who, "confirm", "needs " + MAY, clock.instant()));
            return new ManualStepsResult.ManualStepsNotAllowed(request, MAY);
        }
        if (request instanceof Request.Applying applying) {
            return new ManualStepsResult.InHands(applying);
        }
        if (underWay(request).isEmpty()) {
            return new ManualStepsResult.NotUnderWay(request);
        }
        if (claim.filter(it -> !it.isAbout(id, request.terms().plan())).isPresent()) {
            return new ManualStepsResult.AnotherPlan(request);
        }
        return look(found.get(), who, claim);
    }

    private ManualStepsResult look(Stored first, UserId who, Optional<ManualStepsClaim> claim) {
        Stored stored = first;
        for (int found = 0; ; found++) {
            Optional<Request.Applying> open = underWay(stored.request());
            if (open.isEmpty()) {
                return new ManualStepsResult.MovedOn(stored.request());
            }
            Step step = open.get().next().orElseThrow();
            switch (attempt(open.get(), step, claim)) {
                case StepResult.Succeeded(var how, var readBack, _) -> {
                    var further = open.get()
                            .stepDone(how, readBack, clock.instant())
                            .stop(StepStopped.StopReason.BY_HAND, "", clock.instant());
                    if (!(moves.move(stored, further, Optional.of(who)) instanceof Replaced.Done(var now))) {
                        return late(stored);
                    }
                    stored = now;
                }
                case StepResult.Verified(var proof) -> {
                    var completed = open.get()
                            .stepDone(StepDone.How.JUDGED, proof.overall().name(), proof.at())
                            .complete(proof);
                    return moves.move(stored, completed, Optional.of(who)) instanceof Replaced.Done
                            ? new ManualStepsResult.All(completed, found)
                            : late(stored);
                }
                case StepResult.Failed(_, var detail) -> {
                    return new ManualStepsResult.Some(stored.request(), found, step, detail);
                }
                case StepResult.Retry(var detail, _, _, _) -> {
                    return new ManualStepsResult.Some(stored.request(), found, step, detail);
                }
            }
        }
    }

    private ManualStepsResult late(Stored stored) {
        return new ManualStepsResult.MovedOn(
                store.find(stored.request().id()).map(Stored::request).orElse(stored.request()));
    }

    /** The request as if it were being applied, when it may be: approved for real and not finished. */
    private Optional<Request.Applying> underWay(Request request) {
        return switch (request) {
            case Request.Approved it when !it.terms().rehearsal() -> Optional.of(it.start(clock.instant()));
            case Request.PartlyApplied it when !it.terms().rehearsal() -> Optional.of(it.resume());
            case Request _ -> Optional.empty();
        };
    }

    private StepResult attempt(Request.Applying request, Step step, Optional<ManualStepsClaim> claim) {
        try {
            Optional<Change> change = step.change();
            if (change.isEmpty()) {
                return judging.judge(request);
            }
            if (claim.filter(it -> !it.names(request.done().size())).isPresent()) {
                return open("The answer does not say that it was done");
            }
            var voice = readings.voice(change.get().person());
            var state = StepState.of(request.terms().plan(), change.get(), voice);
            return switch (state.progress()) {
                case DONE -> new StepResult.Succeeded(StepDone.How.ALREADY_THERE, state.seen(), voice);
                case DUE, MOVED -> open("It is %s".formatted(state.seen()));
                case UNREADABLE -> open(state.seen());
            };
        } catch (BackendFailure failure) {
            return open(String.valueOf(failure.getMessage()));
        }
    }

    private static StepResult open(String why) {
        return new StepResult.Failed(StepStopped.StopReason.BY_HAND, why);
    }
}
