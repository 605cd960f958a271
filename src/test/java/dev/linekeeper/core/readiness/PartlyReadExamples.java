package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.de;
import static dev.linekeeper.core.ContosoFixture.emergency;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.PersonFixture.enabled;
import static dev.linekeeper.core.readiness.Example.missing;
import static dev.linekeeper.core.readiness.Example.of;
import static dev.linekeeper.core.readiness.judgement.Outcome.FAIL;
import static dev.linekeeper.core.readiness.judgement.Outcome.INFO;
import static dev.linekeeper.core.readiness.judgement.Outcome.PASS;
import static dev.linekeeper.core.readiness.judgement.Outcome.UNKNOWN;
import static dev.linekeeper.core.readiness.judgement.Outcome.WARN;

import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.AutoAttendant.DirectorySearch;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.Policy.Substitute;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.VoiceRoute;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One entry, one member that nobody could read: unknown is what only it could have said, and nothing else. */
final class PartlyReadExamples {
    private static final String ODD = "Get-CsX[3]: an object was expected, found null";

    private PartlyReadExamples() {}

    static Stream<Example> all() {
        return Stream.of(routes(), sites(), places(), attendants(), flags(), licences(), accountLicences())
                .flatMap(some -> some);
    }

    private static Stream<Example> routes() {
        var elsewhere = known(List.of(new VoiceRoute("R", ".*", List.of("US-All"), List.of("sbc1"))));
        var usual = known(List.of(new VoiceRoute("R", "[0-9]{10}", List.of("DE-All"), List.of("sbc1"))));
        return Stream.of(
                of("RES-15", PASS, de("u"), t -> t.unread("routes", ODD)),
                of("RES-15", UNKNOWN, de("u"), t -> t.routes(elsewhere).unread("routes", ODD)),
                of("RES-15", UNKNOWN, de("u"), t -> t.routes(usual).unread("routes", ODD)),
                of("EMG-04", PASS, de("u"), t -> t.unread("routes", ODD)),
                of("EMG-04", UNKNOWN, de("u"), t -> t.routes(elsewhere).unread("routes", ODD)));
    }

    private static Stream<Example> sites() {
        var overriding = known(List.of(new NetworkSite("HQ", Optional.of(named("E-DE")), Optional.empty())));
        var plain = known(List.of(new NetworkSite("HQ", Optional.empty(), Optional.empty())));
        var masking = known(List.of(
                new NetworkSite("Lab", Optional.of(named("Nowhere")), Optional.empty()),
                new NetworkSite("HQ", Optional.of(named("E-MASK")), Optional.empty())));
        var mask = emergency("E-MASK", new EmergencyNumber("911", "933", Optional.empty()));
        return Stream.of(
                of("EMG-09.unsupported", FAIL, us("u"), t -> t.sites(overriding).unread("sites", ODD)),
                of("EMG-09", UNKNOWN, us("u"), t -> t.sites(plain).unread("sites", ODD)),
                of("EMG-09", UNKNOWN, de("u"), t -> t.sites(plain).unread("sites", ODD)),
                of(
                        "EMG-14.real-call",
                        WARN,
                        us("u"),
                        t -> t.policy(mask).sites(masking).unread("sites", ODD)),
                of("EMG-14", UNKNOWN, us("u"), t -> t.sites(plain).unread("sites", ODD)),
                of("EMG-14.possible", INFO, us("u"), t -> t.sites(plain)));
    }

    private static Stream<Example> places() {
        return Stream.of(
                of("RES-11", PASS, us("u"), t -> t.unread("locations", ODD)),
                of("RES-11", UNKNOWN, us("u"), t -> t.withoutLocation("LOC-SEA").unread("locations", ODD)),
                of("POL-02", PASS, us("u"), t -> t.unread("resourceAccounts", ODD)),
                of("POL-02", UNKNOWN, us("u"), t -> t.withoutAccount("ra-sea").unread("resourceAccounts", ODD)));
    }

    private static Stream<Example> attendants() {
        var search = known(DirectorySearch.BY_NAME);
        var operator = known(Optional.of("op"));
        var everyone = known(Set.<GroupId>of());
        return Stream.of(
                of("RES-17", PASS, us("u"), t -> t.unread("autoAttendants", ODD)),
                of(
                        "RES-17",
                        UNKNOWN,
                        us("u"),
                        t -> t.withoutAttendant("aa-ra-sea").unread("autoAttendants", ODD)),
                attendant("RES-17", missing(), operator, everyone, everyone),
                attendant("RES-17", search, missing(), everyone, everyone),
                attendant("RES-17", search, operator, missing(), everyone),
                attendant("RES-17", search, operator, everyone, missing()),
                attendant("RES-17.no-operator", missing(), known(Optional.empty()), everyone, everyone));
    }

    private static Stream<Example> flags() {
        var unset = new Policy.EmergencyCallRouting(
                named("E-US"), missing(), List.of(new EmergencyNumber("911", "", Optional.empty())));
        return Stream.of(
                of("EMG-08", UNKNOWN, us("u"), t -> t.policy(unset)),
                of("EMG-01", PASS, us("u"), t -> t.policy(unset)),
                callerId("CLI-01", UNKNOWN, Substitute.LINE_URI),
                callerId("CLI-01.anonymous", WARN, Substitute.ANONYMOUS),
                callerId("CLI-02", PASS, Substitute.LINE_URI),
                callerId("CLI-03.service", WARN, Substitute.SERVICE),
                calling("USR-14", UNKNOWN, missing(), known(false), known(Optional.empty())),
                calling("CAL-01", PASS, missing(), known(false), known(Optional.empty())),
                calling("CAL-01", UNKNOWN, known(true), missing(), known(Optional.empty())),
                calling("USR-14", PASS, known(true), missing(), missing()),
                calling("CAL-02", UNKNOWN, known(true), known(false), missing()),
                of("EMG-11", UNKNOWN, us("u"), t -> t.policy(lookupUnread())),
                of("EMG-10", PASS, us("u"), t -> t.policy(lookupUnread())));
    }

    private static Policy lookupUnread() {
        return new Policy.EmergencyCalling(
                PolicyName.GLOBAL,
                List.of("desk@x.example"),
                "",
                Optional.empty(),
                missing(),
                Optional.empty(),
                List.of());
    }

    private static Example callerId(String says, Outcome outcome, Substitute substitute) {
        return of(
                says,
                outcome,
                us("u"),
                t -> t.policy(new Policy.CallingLineIdentity(
                        PolicyName.GLOBAL, substitute, Optional.empty(), missing(), missing(), Optional.empty())));
    }

    private static Example calling(
            String says, Outcome outcome, Fact<Boolean> calls, Fact<Boolean> bypass, Fact<Optional<String>> limit) {
        return of(says, outcome, us("u"), t -> t.policy(new Policy.Calling(PolicyName.GLOBAL, calls, bypass, limit)));
    }

    /** A plan whose id could not be read may be any; one that was taken away is none. */
    private static Stream<Example> licences() {
        var odd = ServicePlan.unreadable(ServicePlanStatus.ENABLED);
        var gone = ServicePlan.unreadable(ServicePlanStatus.DELETED);
        var teams = enabled("57ff2da0-773e-42df-b2af-ffb7a2317929");
        var phone = enabled("4828c8ec-dc2e-4779-b502-87ac9ce28ab7");
        return Stream.of(
                of("USR-02", UNKNOWN, us("u").plans(odd, phone).features("PhoneSystem")),
                of("USR-02.none", FAIL, us("u").plans(gone, phone).features("PhoneSystem")),
                of("USR-03", PASS, us("u").plans(odd, teams, phone)),
                of("USR-03", UNKNOWN, us("u").plans(odd, teams).features("Teams")),
                of("USR-03.none", FAIL, us("u").plans(gone, teams).features("Teams")),
                of("USR-04", UNKNOWN, us("u").plans(odd, teams, phone)),
                of("USR-04", PASS, us("u").plans(gone, teams, phone)),
                of("USR-11", UNKNOWN, us("u").plans(odd, teams, phone)),
                of("USR-11", PASS, us("u").plans(gone, teams, phone)));
    }

    private static Stream<Example> accountLicences() {
        var odd = ServicePlan.unreadable(ServicePlanStatus.UNKNOWN);
        var virtual = enabled("f47330e9-c134-43b3-9993-e7f004506889");
        return Stream.of(
                of("RES-02", UNKNOWN, us("u"), t -> t.account("ra-sea", a -> a.plans(known(List.of(odd))))),
                of("RES-02", UNKNOWN, us("u"), t -> t.account("ra-sea", a -> a.plans(known(List.of(odd, virtual))))),
                of("RES-12", UNKNOWN, us("u"), t -> t.account("ra-sea", a -> a.plans(known(List.of(odd, virtual))))),
                of("RES-13", UNKNOWN, us("u"), t -> t.account("ra-sea", a -> a.plans(known(List.of(odd, virtual))))));
    }

    private static Example attendant(
            String says,
            Fact<DirectorySearch> search,
            Fact<Optional<String>> operator,
            Fact<Set<GroupId>> included,
            Fact<Set<GroupId>> excluded) {
        return of(
                says,
                says.contains(".") ? WARN : UNKNOWN,
                us("u"),
                t -> t.attendant(new AutoAttendant(
                        "aa-ra-sea", "Seattle", search, operator, included, excluded, List.of(new UserId("ra-sea")))));
    }
}
