package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.de;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.shared;
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
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;

import dev.linekeeper.core.AccountFixture;
import dev.linekeeper.core.NumberFixture;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the rules about the Shared Calling policy, its callback numbers and the tenant say. */
final class PolicyExamples {
    private static final String CALLBACK = "+14255550171";

    private PolicyExamples() {}

    static Stream<Example> all() {
        return Stream.of(assignments(), accounts(), types(), uses(), lists(), tenants())
                .flatMap(some -> some);
    }

    private static PersonFixture under(String policy) {
        return us("u").direct(SHARED_CALLING, policy);
    }

    private static Example callback(String says, Outcome outcome, UnaryOperator<NumberFixture> change) {
        return of(says, outcome, us("u"), t -> t.number(CALLBACK, change));
    }

    private static Example listed(String says, Outcome outcome, String... numbers) {
        return of(says, outcome, us("u"), t -> t.policy(shared("SC-SEA", "ra-sea", numbers)));
    }

    private static Stream<Example> assignments() {
        var nobody = new Policy.SharedCalling(named("SC-NOBODY"), Optional.empty(), List.of(), "");
        var beneath = new Assignment.ByGroup(named("SC-LON"), new GroupId("sales"));
        return Stream.of(
                of("POL-01", PASS, us("u")),
                of("POL-01.none", FAIL, us("u").inherited(SHARED_CALLING)),
                of(
                        "POL-01.none",
                        FAIL,
                        us("u").inherited(SHARED_CALLING),
                        t -> t.withoutPolicy(SHARED_CALLING, "Global")),
                of("POL-01.gone", FAIL, under("SC-NOWHERE")),
                of("POL-01.no-account", FAIL, under("SC-NOBODY"), t -> t.policy(nobody)),
                of("POL-01", UNKNOWN, us("u").policy(SHARED_CALLING, missing())),
                of("POL-01", UNKNOWN, us("u"), t -> t.unreadable(SHARED_CALLING)),
                of("POL-15", PASS, us("u")),
                of("POL-15", PASS, us("u").inherited(SHARED_CALLING), t -> t.policy(shared("Global", "ra-sea"))),
                of("POL-15", NA, us("u").inherited(SHARED_CALLING)),
                of("POL-15.group", INFO, us("u").byGroup(SHARED_CALLING, "SC-SEA", "sales")),
                of(
                        "POL-15.beneath",
                        INFO,
                        us("u").policy(SHARED_CALLING, known(new Assignment.Direct(named("SC-SEA"), known(beneath))))),
                of(
                        "POL-15",
                        UNKNOWN,
                        us("u").policy(SHARED_CALLING, known(new Assignment.Direct(named("SC-SEA"), missing())))));
    }

    private static Stream<Example> accounts() {
        return Stream.of(
                of("POL-02", PASS, us("u")),
                of("POL-02", NA, us("u").inherited(SHARED_CALLING)),
                of("POL-02.gone", FAIL, us("u"), t -> t.withoutAccount("ra-sea")),
                of("POL-02", UNKNOWN, us("u"), t -> t.unreadable("resourceAccounts")),
                of("POL-13", PASS, under("SC-NOLOC")),
                of("POL-13.several", INFO, us("u")),
                of("POL-13", UNKNOWN, us("u"), t -> t.unreadable(SHARED_CALLING)),
                of("POL-14", PASS, us("u")),
                of("POL-14", PASS, us("u"), t -> t.withoutPolicy(SHARED_CALLING, "Global")),
                of("POL-14.everyone", WARN, us("u"), t -> t.policy(shared("Global", "ra-sea"))),
                of("POL-14", UNKNOWN, us("u"), t -> t.unreadable(SHARED_CALLING)));
    }

    private static Stream<Example> types() {
        return Stream.of(
                of("POL-03", PASS, us("u")),
                of("POL-03", PASS, under("SC-SEA0")),
                of("POL-03.other-type", FAIL, uk("u").direct(SHARED_CALLING, "SC-MIX")),
                of("POL-03", UNKNOWN, us("u"), t -> t.unreadable("numbers")),
                of("POL-04", PASS, us("u")),
                of("POL-04.abroad", FAIL, under("SC-CTRY")),
                of("POL-04.confirm", MANUAL, de("u"), t -> t.withoutNumber("+493023125171")),
                callback("POL-04", UNKNOWN, n -> n.in(missing())),
                callback("POL-04", UNKNOWN, n -> n.in(known(Optional.empty()))),
                of("POL-04", UNKNOWN, us("u"), t -> t.number("+14255550100", n -> n.in(missing()))),
                of("POL-04", UNKNOWN, us("u"), t -> t.number("+14255550100", n -> n.in(known(Optional.empty())))),
                of("POL-04", PASS, us("u"), t -> t.withoutNumber(CALLBACK)),
                of("POL-04.no-numbers", NA, under("SC-SEA0")),
                of("POL-06", PASS, us("u")),
                of("POL-06", NA, uk("u")),
                of("POL-06", NA, us("u"), t -> t.number("+14255550100", n -> n.capable(Capability.USER_ASSIGNMENT))),
                of("POL-06.service-number", FAIL, under("SC-SVC")),
                callback(
                        "POL-06.service-number",
                        FAIL,
                        n -> n.capable(Capability.USER_ASSIGNMENT, Capability.VOICE_APPLICATION_ASSIGNMENT)),
                of("POL-06", UNKNOWN, us("u"), t -> t.unreadable("numbers")));
    }

    private static Stream<Example> uses() {
        return Stream.of(
                of("POL-07", PASS, us("u")),
                callback("POL-07", PASS, n -> n.status(NumberStatus.UNASSIGNED)),
                of("POL-07.in-use", FAIL, under("SC-USED")),
                callback("POL-07.in-use", FAIL, n -> n.status(NumberStatus.VOICE_APPLICATION_ASSIGNED)),
                callback(
                        "POL-07.in-use",
                        FAIL,
                        n -> n.held(NumberStatus.POLICY_ASSIGNED, "TeamsSharedCallingRoutingPolicy|Tag:SC-LON")),
                callback("POL-07", PASS, n -> n.held(NumberStatus.POLICY_ASSIGNED, "TeamsSharedCallingRoutingPolicy|")),
                callback(
                        "POL-07",
                        PASS,
                        n -> n.held(NumberStatus.POLICY_ASSIGNED, "0000000f-0000-4000-8000-00000000000f")),
                callback("POL-07", PASS, n -> n.status(NumberStatus.POLICY_ASSIGNED)),
                of(
                        "POL-07",
                        UNKNOWN,
                        us("u"),
                        t -> t.number(CALLBACK, n -> n.status(NumberStatus.POLICY_ASSIGNED))
                                .policy(shared("SC-DUP", "ra-lon", CALLBACK))),
                of("POL-07", PASS, us("u"), t -> t.policy(shared("SC-DUP", "ra-lon", CALLBACK))),
                callback("POL-07", UNKNOWN, n -> n.status(NumberStatus.UNKNOWN)),
                of("POL-07", UNKNOWN, us("u"), t -> t.unreadable("numbers")),
                of("POL-08", PASS, us("u")),
                of("POL-08.several", FAIL, us("u"), t -> t.policy(shared("SC-DUP", "ra-lon", CALLBACK))),
                of("POL-08", UNKNOWN, us("u"), t -> t.unreadable(SHARED_CALLING)),
                of("POL-09", PASS, us("u")),
                of("POL-09", PASS, de("u").direct(SHARED_CALLING, "SC-BER2")),
                of("POL-09.routable", MANUAL, de("u")),
                of("POL-09.not-found", FAIL, us("u"), t -> t.withoutNumber(CALLBACK)),
                of("POL-09", UNKNOWN, us("u"), t -> t.unreadable("numbers")),
                listed("POL-10", PASS, "+14255550171"),
                listed("POL-10.incomplete", FAIL, "+1425555433"),
                listed("POL-10.incomplete", FAIL, "+14255550171;ext=1"),
                of("POL-10", UNKNOWN, us("u"), t -> t.unreadable(SHARED_CALLING)));
    }

    private static Stream<Example> lists() {
        return Stream.of(
                of("POL-05", PASS, us("u")),
                of("POL-05", PASS, under("SC-SEA0")),
                of("POL-05", PASS, under("SC-TF2")),
                of("POL-05", PASS, de("u").direct(SHARED_CALLING, "SC-BER2")),
                of("POL-05", NA, under("SC-NONUM")),
                of("POL-05.empty", FAIL, under("SC-TF")),
                of("POL-05", UNKNOWN, under("SC-TF"), t -> t.number("+18005550199", n -> n.in("MX"))),
                of("POL-05", UNKNOWN, under("SC-TF"), t -> t.number("+18005550199", n -> n.in(missing()))),
                of("POL-11", PASS, us("u")),
                of("POL-11.attendant", WARN, under("SC-SEA0")),
                of("POL-11", NA, under("SC-TF")),
                of("POL-11", UNKNOWN, us("u"), t -> t.unreadable(SHARED_CALLING)),
                of("POL-12.size", INFO, us("u")),
                of("POL-12.empty", NA, under("SC-SEA0")),
                of("POL-12", UNKNOWN, us("u"), t -> t.unreadable(SHARED_CALLING)));
    }

    private static Stream<Example> tenants() {
        UnaryOperator<AccountFixture> unlicensed = a -> a.plans();
        return Stream.of(
                of("TEN-01", PASS, us("u")),
                of("TEN-01.unclear", WARN, us("u"), t -> t.cloud(known(Cloud.GCC))),
                of("TEN-01.outside", FAIL, us("u"), t -> t.cloud(known(Cloud.GCC_HIGH))),
                of("TEN-01.outside", FAIL, us("u"), t -> t.cloud(known(Cloud.DOD))),
                of("TEN-01.outside", FAIL, us("u"), t -> t.cloud(known(Cloud.CHINA))),
                of("TEN-01", UNKNOWN, us("u"), t -> t.cloud(missing())),
                module("TEN-02", PASS, "7.5.0"),
                module("TEN-02.old", FAIL, "5.9.0"),
                module("TEN-02", PASS, "6.0.0"),
                module("TEN-02.old", FAIL, "5.4.9"),
                module("TEN-02.old", FAIL, "4.9.3"),
                module("TEN-02", UNKNOWN, "new"),
                module("TEN-02", UNKNOWN, "a.b.c"),
                of("TEN-02.not-used", NA, us("u"), t -> t.module(known(Optional.empty()))),
                of("TEN-02", UNKNOWN, us("u"), t -> t.module(missing())),
                of("TEN-03", PASS, us("u"), t -> t.freeLicences(known(0))),
                of("TEN-03", PASS, us("u"), t -> t.account("ra-lon", unlicensed).freeLicences(known(1))),
                of(
                        "TEN-03.none",
                        WARN,
                        us("u"),
                        t -> t.account("ra-lon", unlicensed).freeLicences(known(0))),
                of(
                        "TEN-03",
                        UNKNOWN,
                        us("u"),
                        t -> t.account("ra-lon", unlicensed).freeLicences(missing())),
                of("TEN-03", UNKNOWN, us("u"), t -> t.unreadable("resourceAccounts")));
    }

    private static Example module(String says, Outcome outcome, String version) {
        return of(says, outcome, us("u"), t -> t.module(known(Optional.of(version))));
    }
}
