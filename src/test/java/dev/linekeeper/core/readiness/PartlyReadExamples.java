package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.de;
import static dev.linekeeper.core.ContosoFixture.emergency;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.readiness.Example.missing;
import static dev.linekeeper.core.readiness.Example.of;
import static dev.linekeeper.core.readiness.judgement.Outcome.FAIL;
import static dev.linekeeper.core.readiness.judgement.Outcome.INFO;
import static dev.linekeeper.core.readiness.judgement.Outcome.PASS;
import static dev.linekeeper.core.readiness.judgement.Outcome.UNKNOWN;
import static dev.linekeeper.core.readiness.judgement.Outcome.WARN;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.AutoAttendant.DirectorySearch;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
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
        return Stream.of(routes(), sites(), places(), attendants()).flatMap(some -> some);
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
