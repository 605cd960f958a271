package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.de;
import static dev.linekeeper.core.ContosoFixture.emergency;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.number;
import static dev.linekeeper.core.ContosoFixture.shared;
import static dev.linekeeper.core.ContosoFixture.uk;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.readiness.Example.missing;
import static dev.linekeeper.core.readiness.Example.of;
import static dev.linekeeper.core.readiness.judgement.Outcome.FAIL;
import static dev.linekeeper.core.readiness.judgement.Outcome.INFO;
import static dev.linekeeper.core.readiness.judgement.Outcome.NA;
import static dev.linekeeper.core.readiness.judgement.Outcome.PASS;
import static dev.linekeeper.core.readiness.judgement.Outcome.UNKNOWN;
import static dev.linekeeper.core.readiness.judgement.Outcome.WARN;
import static dev.linekeeper.core.tenant.PolicyKind.CALLING;
import static dev.linekeeper.core.tenant.PolicyKind.CALLING_LINE_IDENTITY;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;

import dev.linekeeper.core.NumberFixture;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberSource;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What people's real tenants showed: states, extensions, numbers that two sources tell otherwise. */
final class CorrectedExamples {
    private static final String EXTENSION = "+14255550190;ext=6789";
    private static final String SHARED = "+14255550100";

    private CorrectedExamples() {}

    static Stream<Example> all() {
        return Stream.of(hosting(), extensions(), sharedNumbers(), directRouting(), told(), calling())
                .flatMap(some -> some);
    }

    private static Stream<Example> hosting() {
        return Stream.of(
                interpreted("USR-10", PASS, "DirSyncEnabledOnlineTeamsOnlyUserInPDL"),
                interpreted("USR-10", PASS, "pureonlineteamsonlyuser"),
                interpreted("USR-10.unfinished", WARN, "PureOnlineTeamsOnlyUserNotLicensedForService"),
                interpreted("USR-10.unfinished", WARN, "HybridOnlineTeamsOnlyUserFailedProvisioningToMCO"),
                interpreted("USR-10.unfinished", WARN, "HybridOnlineTeamsOnlyUserInPDLNeedsProvisioningToAD"),
                interpreted("USR-10.unfinished", WARN, "PureOnlineTeamsOnlyUserWithMCOValidationError"),
                interpreted("USR-10.other", FAIL, "HybridOnlineSfBUser"),
                interpreted("USR-10.other", FAIL, "PureOnlineIslandsUser"),
                interpreted("USR-10", UNKNOWN, "PureOnlineSomethingNew"),
                interpreted("USR-10", UNKNOWN, "PureOnlineTeamsOnlyUserOnTheMoon"));
    }

    private static Stream<Example> extensions() {
        return Stream.of(
                of("USR-07.extension", INFO, us("u").primary(EXTENSION), t -> t.number(held("+14255550191;ext=6788"))),
                of("USR-07.elsewhere", WARN, us("u").primary(EXTENSION), t -> t.number(held("+14255550191;ext=6789"))),
                of(
                        "USR-07.extension",
                        INFO,
                        us("u").primary(EXTENSION),
                        t -> t.number(new NumberFixture("+14255550191;ext=6789").build())),
                of(
                        "USR-08.may-stay",
                        INFO,
                        us("u").primary(EXTENSION),
                        t -> t.number(EXTENSION, n -> n.source(NumberSource.ON_PREMISES))),
                of(
                        "USR-08.on-premises",
                        FAIL,
                        us("u").primary("+14255550190"),
                        t -> t.number("+14255550190", n -> n.source(NumberSource.ON_PREMISES))),
                of(
                        "USR-08.on-premises",
                        FAIL,
                        us("u").primary(EXTENSION),
                        t -> t.number(
                                EXTENSION, n -> n.type(NumberType.CALLING_PLAN).source(NumberSource.ON_PREMISES))),
                of("EMG-07.extension", WARN, us("u"), t -> t.number(held("+14255550191;ext=911"))),
                of("EMG-07", PASS, us("u"), t -> t.number(new NumberFixture("+14255550191;ext=911").build())));
    }

    private static Stream<Example> sharedNumbers() {
        return Stream.of(
                line("RES-04", UNKNOWN, n -> n.status(NumberStatus.UNASSIGNED)),
                line("RES-04", UNKNOWN, n -> n.held(NumberStatus.USER_ASSIGNED, "somebody")),
                line("RES-04", PASS, n -> n.held(NumberStatus.VOICE_APPLICATION_ASSIGNED, "RA-SEA")),
                line("RES-04", PASS, n -> n.status(NumberStatus.VOICE_APPLICATION_ASSIGNED)),
                line("RES-06.user-number", FAIL, n -> n.capable(Capability.USER_ASSIGNMENT)),
                line("RES-06.conference", FAIL, n -> n.capable(Capability.CONFERENCE_ASSIGNMENT)),
                line("RES-06.other", FAIL, n -> n.capable()),
                line("RES-06", UNKNOWN, n -> n.capable(missing())),
                of("POL-06", UNKNOWN, us("u"), t -> t.number("+14255550171", n -> n.capable(missing()))),
                of("POL-06", PASS, us("u"), t -> t.number(SHARED, n -> n.capable(missing()))),
                of("POL-02.by-name", FAIL, us("u"), t -> t.policy(shared("SC-SEA", "ra-sea@contoso.example"))),
                of("POL-02.gone", FAIL, us("u"), t -> t.policy(shared("SC-SEA", "some-person"))),
                of(
                        "CLI-01.anonymous",
                        WARN,
                        us("u"),
                        t -> t.policy(new Policy.CallingLineIdentity(
                                PolicyName.GLOBAL,
                                Policy.Substitute.ANONYMOUS,
                                Optional.empty(),
                                known(false),
                                known(false),
                                Optional.empty()))),
                of("CLI-01", PASS, us("u").direct(CALLING_LINE_IDENTITY, "C-SEA")));
    }

    private static Stream<Example> directRouting() {
        var site = known(List.of(new NetworkSite("HQ", Optional.of(named("E-US")), Optional.empty())));
        return Stream.of(
                of("EMG-09.overrides", INFO, us("u"), t -> onlyExtensions(t).sites(site)),
                of(
                        "EMG-09.unsupported",
                        FAIL,
                        us("u"),
                        t -> onlyExtensions(t)
                                .routes(contoso().build().voiceRoutes().map(Entries::read))
                                .sites(site)),
                of(
                        "EMG-09.unsupported",
                        FAIL,
                        us("u"),
                        t -> onlyExtensions(t)
                                .number(EXTENSION, n -> n.held(NumberStatus.VOICE_APPLICATION_ASSIGNED, "ra-ber"))
                                .sites(site)),
                of(
                        "EMG-09",
                        UNKNOWN,
                        us("u"),
                        t -> onlyExtensions(t).routes(missing()).sites(site)));
    }

    private static Stream<Example> told() {
        return Stream.of(
                told("EMG-10", PASS, us("u"), "ConferenceMuted", "50"),
                told("EMG-10", PASS, us("u"), "conferenceunmuted", "(425) 555-0199"),
                told("EMG-10.nobody", WARN, us("u"), "NotificationOnly", "+14255550133"),
                told("EMG-10.nobody", INFO, uk("u"), "NotificationOnly", "+14255550133"),
                of(
                        "POL-12.size",
                        INFO,
                        us("u"),
                        t -> t.policy(shared("SC-SEA", "ra-sea", "+14255550171", "14255550171"))),
                of("EMG-05", PASS, us("u"), t -> t.policy(emergency("E-US", number("911")))));
    }

    private static Stream<Example> calling() {
        return Stream.of(
                under("CAL-01", PASS, us("u"), false, Optional.empty()),
                under("CAL-01.bypass", FAIL, us("u"), true, Optional.empty()),
                under("CAL-01.bypass", FAIL, uk("u"), true, Optional.empty()),
                under("CAL-01", PASS, de("u"), true, Optional.empty()),
                under("CAL-01", NA, us("u").inherited(SHARED_CALLING), true, Optional.empty()),
                of("CAL-01", UNKNOWN, us("u"), t -> t.unreadable(CALLING)),
                under("CAL-02", PASS, us("u"), false, Optional.empty()),
                under("CAL-02.limit", INFO, us("u"), false, Optional.of("50")),
                of("CAL-02", UNKNOWN, us("u").policy(CALLING, missing())));
    }

    private static Example interpreted(String says, Outcome outcome, String word) {
        return of(says, outcome, us("u").interpretedType(word));
    }

    private static Example line(String says, Outcome outcome, UnaryOperator<NumberFixture> change) {
        return of(says, outcome, us("u"), t -> t.number(SHARED, change));
    }

    private static TelephoneNumber held(String number) {
        return new NumberFixture(number)
                .type(NumberType.DIRECT_ROUTING)
                .held(NumberStatus.USER_ASSIGNED, "somebody")
                .build();
    }

    /** A tenant whose only Direct Routing number is a person's dialling extension. */
    private static TenantFixture onlyExtensions(TenantFixture tenant) {
        tenant.build().numbers().known().orElseThrow().values().stream()
                .filter(line -> line.type() == NumberType.DIRECT_ROUTING)
                .filter(line -> line.number().extension().isEmpty())
                .forEach(line -> tenant.withoutNumber(line.number().toString()));
        return tenant.routes(known(List.of()));
    }

    private static Example told(String says, Outcome outcome, PersonFixture person, String mode, String number) {
        return of(
                says,
                outcome,
                person,
                t -> t.policy(new Policy.EmergencyCalling(
                        PolicyName.GLOBAL,
                        List.of(),
                        mode,
                        Optional.of(number),
                        known(true),
                        Optional.empty(),
                        List.of())));
    }

    private static Example under(
            String says, Outcome outcome, PersonFixture person, boolean noTollBypass, Optional<String> limit) {
        return of(
                says,
                outcome,
                person,
                t -> t.policy(new Policy.Calling(PolicyName.GLOBAL, known(true), known(noTollBypass), known(limit))));
    }
}
