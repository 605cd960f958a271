package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.DOMESTIC_PLAN;
import static dev.linekeeper.core.ContosoFixture.PAY_AS_YOU_GO;
import static dev.linekeeper.core.ContosoFixture.PHONE_SYSTEM;
import static dev.linekeeper.core.ContosoFixture.VIRTUAL_USER;
import static dev.linekeeper.core.ContosoFixture.de;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.uk;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.readiness.Example.missing;
import static dev.linekeeper.core.readiness.Example.of;
import static dev.linekeeper.core.readiness.judgement.Outcome.FAIL;
import static dev.linekeeper.core.readiness.judgement.Outcome.INFO;
import static dev.linekeeper.core.readiness.judgement.Outcome.MANUAL;
import static dev.linekeeper.core.readiness.judgement.Outcome.NA;
import static dev.linekeeper.core.readiness.judgement.Outcome.PASS;
import static dev.linekeeper.core.readiness.judgement.Outcome.UNKNOWN;
import static dev.linekeeper.core.readiness.judgement.Outcome.WARN;
import static dev.linekeeper.core.tenant.PolicyKind.CALLING_LINE_IDENTITY;
import static dev.linekeeper.core.tenant.PolicyKind.VOICE_ROUTING;

import dev.linekeeper.core.AccountFixture;
import dev.linekeeper.core.NumberFixture;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.AutoAttendant.DirectorySearch;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.EmergencyLocation.Validation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Activation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.VoiceRoute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the rules about the resource account and its number say. */
final class SharedExamples {
    private SharedExamples() {}

    static Stream<Example> all() {
        return Stream.of(accounts(), attendants(), numbers(), addresses(), funding(), routes())
                .flatMap(some -> some);
    }

    private static Example account(String says, Outcome outcome, UnaryOperator<AccountFixture> change) {
        return of(says, outcome, us("u"), t -> t.account("ra-sea", change));
    }

    private static Example number(String says, Outcome outcome, UnaryOperator<NumberFixture> change) {
        return of(says, outcome, us("u"), t -> t.number("+14255550100", change));
    }

    private static Stream<Example> accounts() {
        return Stream.of(
                account("RES-01", PASS, a -> a),
                account("RES-01", PASS, a -> a.application(known(Application.CALL_QUEUE))),
                account("RES-01.third-party", WARN, a -> a.application(known(Application.THIRD_PARTY))),
                account("RES-01", UNKNOWN, a -> a.application(missing())),
                of("RES-01", NA, us("u"), t -> t.withoutAccount("ra-sea")),
                account("RES-02", PASS, a -> a),
                account("RES-02.none", FAIL, a -> a.plans(PAY_AS_YOU_GO)),
                account(
                        "RES-02.grace",
                        WARN,
                        a -> a.plans(known(List.of(virtual(ServicePlan.ServicePlanStatus.SUSPENDED))))),
                account("RES-02.user-licence", WARN, a -> a.plans(VIRTUAL_USER, PHONE_SYSTEM)),
                account(
                        "RES-02",
                        UNKNOWN,
                        a -> a.plans(known(List.of(virtual(ServicePlan.ServicePlanStatus.UNKNOWN))))),
                account("RES-02", UNKNOWN, a -> a.plans(missing())),
                account("RES-03", PASS, a -> a),
                account("RES-03.none", FAIL, a -> a.in(known(Optional.empty()))),
                account("RES-03", UNKNOWN, a -> a.in(missing())),
                account("RES-04", PASS, a -> a),
                account("RES-04.none", FAIL, a -> a.number(known(Optional.empty()))),
                account("RES-04", UNKNOWN, a -> a.number(missing())),
                account("RES-19", PASS, a -> a),
                account("RES-19.enabled", WARN, a -> a.signIn(known(true))),
                account("RES-19", UNKNOWN, a -> a.signIn(missing())),
                account("CLI-04", PASS, a -> a),
                account("CLI-04", PASS, a -> a.direct(CALLING_LINE_IDENTITY, "Global")),
                account("CLI-04.own", WARN, a -> a.direct(CALLING_LINE_IDENTITY, "C-SEA")),
                account("CLI-04", UNKNOWN, a -> a.policy(CALLING_LINE_IDENTITY, missing())));
    }

    private static Stream<Example> attendants() {
        var sales = new GroupId("sales");
        var open = attendant(DirectorySearch.BY_EXTENSION, Optional.of("op"), Set.of(), Set.of());
        var closed = attendant(DirectorySearch.NONE, Optional.of("op"), Set.of(), Set.of());
        var alone = attendant(DirectorySearch.BY_NAME, Optional.empty(), Set.of(), Set.of());
        var scoped = attendant(DirectorySearch.BY_NAME, Optional.of("op"), Set.of(sales), Set.of());
        var excluding = attendant(DirectorySearch.BY_NAME, Optional.of("op"), Set.of(), Set.of(sales));
        return Stream.of(
                account("RES-16", PASS, a -> a),
                account(
                        "RES-16.queue",
                        WARN,
                        a -> a.associations(new ResourceAccount.Association(Application.CALL_QUEUE, "queue"))),
                account("RES-16.none", WARN, a -> a.associations()),
                account("RES-16.none", FAIL, a -> a.associations())
                        .judgedBy(new JudgementSettings(Optional.empty(), true, Map.of())),
                account("RES-16", UNKNOWN, a -> a.associations(missing())),
                of("RES-17", PASS, us("u")),
                of("RES-17", PASS, us("u"), t -> t.attendant(open)),
                of("RES-17", PASS, us("u").groups(missing()), t -> t.attendant(open)),
                of("RES-17.no-search", WARN, us("u"), t -> t.attendant(closed)),
                of("RES-17.no-operator", WARN, us("u"), t -> t.attendant(alone)),
                of("RES-17", PASS, us("u").groups(known(Set.of(sales))), t -> t.attendant(scoped)),
                of("RES-17.out-of-scope", WARN, us("u"), t -> t.attendant(scoped)),
                of("RES-17", PASS, us("u"), t -> t.attendant(excluding)),
                of("RES-17.out-of-scope", WARN, us("u").groups(known(Set.of(sales))), t -> t.attendant(excluding)),
                of("RES-17", UNKNOWN, us("u").groups(missing()), t -> t.attendant(scoped)),
                of("RES-17", UNKNOWN, us("u").unreadGroup(sales), t -> t.attendant(scoped)),
                of("RES-17", UNKNOWN, us("u").unreadGroup(sales), t -> t.attendant(excluding)),
                of("RES-17.out-of-scope", WARN, us("u").unreadGroup(new GroupId("hr")), t -> t.attendant(scoped)),
                of(
                        "RES-17",
                        PASS,
                        us("u"),
                        t -> t.attendant(new AutoAttendant(
                                "aa-ra-sea",
                                "Seattle",
                                known(DirectorySearch.BY_NAME),
                                known(Optional.of("op")),
                                known(Set.of()),
                                known(Set.of()),
                                List.of()))),
                of("RES-17", UNKNOWN, us("u"), t -> t.unreadable("autoAttendants")),
                of("RES-17", UNKNOWN, us("u"), t -> t.withoutAttendant("aa-ra-sea")),
                account("RES-17.no-attendant", NA, a -> a.associations()));
    }

    private static Stream<Example> numbers() {
        return Stream.of(
                number("RES-05", PASS, n -> n),
                number("RES-05.type", FAIL, n -> n.type(NumberType.OTHER)),
                of("RES-05.not-found", FAIL, us("u"), t -> t.withoutNumber("+14255550100")),
                account("RES-05", NA, a -> a.number(known(Optional.empty()))),
                of("RES-05", UNKNOWN, us("u"), t -> t.unreadable("numbers")),
                number("RES-06", PASS, n -> n),
                number("RES-06.user-number", FAIL, n -> n.capable(TelephoneNumber.Capability.USER_ASSIGNMENT)),
                of("RES-06", UNKNOWN, us("u"), t -> t.unreadable("numbers")),
                number("RES-07", PASS, n -> n),
                number("RES-07", PASS, n -> n.portIn("Completed")),
                number("RES-07.porting", WARN, n -> n.portIn("submitted")),
                number("RES-07.pending", WARN, n -> n.activation(Activation.ASSIGNMENT_PENDING)),
                number("RES-07.pending", WARN, n -> n.activation(Activation.UPDATE_PENDING)),
                number("RES-07.failed", FAIL, n -> n.activation(Activation.ASSIGNMENT_FAILED)),
                number("RES-07.failed", FAIL, n -> n.activation(Activation.UPDATE_FAILED)),
                number("RES-07", UNKNOWN, n -> n.activation(Activation.UNKNOWN)),
                number("RES-08", PASS, n -> n),
                of("RES-08", NA, uk("u")),
                number("RES-08.excluded", FAIL, n -> n.in("JP")),
                number("RES-08", UNKNOWN, n -> n.in(missing())),
                number("RES-08", UNKNOWN, n -> n.in(known(Optional.empty()))),
                number("RES-09", PASS, n -> n.sharedCalling(known(true))),
                number("RES-09.unsupported", FAIL, n -> n.sharedCalling(known(false))),
                number("RES-09.not-told", INFO, n -> n.sharedCalling(missing())),
                number("RES-18", NA, n -> n),
                of("RES-18.ask", MANUAL, uk("u")),
                of("RES-20.ask", MANUAL, de("u")),
                of("RES-20", NA, uk("u")));
    }

    private static Stream<Example> addresses() {
        return Stream.of(
                number("RES-10", PASS, n -> n),
                number("RES-10.none", FAIL, n -> n.at("")),
                number("RES-10.none", FAIL, n -> n.at("00000000-0000-0000-0000-000000000000")),
                number("RES-10.carrier", FAIL, n -> n.at("").locationUpdate(false)),
                number("RES-10", UNKNOWN, n -> n.at(missing())),
                number("RES-11", PASS, n -> n),
                number("RES-11", NA, n -> n.at("")),
                of("RES-11.unknown-place", WARN, us("u"), t -> t.withoutLocation("LOC-SEA")),
                place("RES-11.not-validated", WARN, "US", Validation.INVALID),
                place("RES-11.not-validated", WARN, "US", Validation.NOT_VALIDATED),
                place("RES-11.country", WARN, "CA", Validation.VALIDATED),
                place("RES-11", UNKNOWN, "US", Validation.UNKNOWN),
                of("RES-11", UNKNOWN, us("u"), t -> t.unreadable("locations")),
                number("RES-11", UNKNOWN, n -> n.in(missing())),
                number("RES-11", PASS, n -> n.in(known(Optional.empty()))));
    }

    private static Stream<Example> funding() {
        return Stream.of(
                account("RES-12", PASS, a -> a),
                account("RES-12.other-plan", WARN, a -> a.plans(VIRTUAL_USER, DOMESTIC_PLAN)),
                account("RES-12.none", FAIL, a -> a.plans(VIRTUAL_USER)),
                account("RES-12", UNKNOWN, a -> a.plans(missing())),
                of("RES-12", NA, uk("u")),
                account("RES-13", PASS, a -> a),
                account("RES-13.verify", MANUAL, a -> a.plans(VIRTUAL_USER, PAY_AS_YOU_GO)),
                account("RES-13", UNKNOWN, a -> a.plans(missing())),
                of("RES-13", NA, de("u")));
    }

    private static Stream<Example> routes() {
        return Stream.of(
                of("RES-14", PASS, de("u")),
                of("RES-14", NA, us("u")),
                of("RES-14.none", FAIL, de("u"), t -> t.account("ra-ber", a -> a.direct(VOICE_ROUTING, "NoPSTN"))),
                of("RES-14.none", FAIL, de("u"), t -> t.account("ra-ber", a -> a.direct(VOICE_ROUTING, "V-OLD"))),
                of("RES-14", UNKNOWN, de("u"), t -> t.account("ra-ber", a -> a.policy(VOICE_ROUTING, missing()))),
                of("RES-14", UNKNOWN, de("u"), t -> t.account("ra-ber", a -> a.direct(VOICE_ROUTING, "Nowhere"))),
                of("RES-14", UNKNOWN, de("u"), t -> t.usages(missing())),
                of("RES-15", PASS, de("u")),
                of("RES-15", NA, us("u")),
                of("RES-15.none", FAIL, de("u"), t -> t.routes(known(List.of()))),
                of("RES-15.none", FAIL, de("u"), t -> t.routes(known(List.of(route(".*", "DE-All"))))),
                of("RES-15.none", FAIL, de("u"), t -> t.routes(known(List.of(route(".*", "US-All", "sbc1"))))),
                of(
                        "RES-15.default-pattern",
                        WARN,
                        de("u"),
                        t -> t.routes(known(List.of(route("[0-9]{10}", "DE-All", "sbc1"))))),
                of(
                        "RES-15",
                        PASS,
                        de("u"),
                        t -> t.routes(
                                known(List.of(route("[0-9]{10}", "DE-All", "sbc1"), route("^\\+", "de-all", "sbc1"))))),
                of("RES-15", UNKNOWN, de("u"), t -> t.routes(missing())));
    }

    private static VoiceRoute route(String pattern, String usage, String... gateways) {
        return new VoiceRoute("route " + pattern, pattern, List.of(usage), List.of(gateways));
    }

    private static Example place(String says, Outcome outcome, String country, Validation validation) {
        return of(
                says,
                outcome,
                us("u"),
                t -> t.location(new EmergencyLocation(
                        new LocationId("LOC-SEA"),
                        "office",
                        "1 Pike Street",
                        Optional.of(new Country(country)),
                        validation)));
    }

    private static ServicePlan virtual(ServicePlan.ServicePlanStatus status) {
        return new ServicePlan(VIRTUAL_USER, status);
    }

    private static AutoAttendant attendant(
            DirectorySearch search, Optional<String> operator, Set<GroupId> included, Set<GroupId> excluded) {
        return new AutoAttendant(
                "aa-ra-sea",
                "Seattle",
                known(search),
                known(operator),
                known(included),
                known(excluded),
                List.of(new UserId("ra-sea")));
    }
}
