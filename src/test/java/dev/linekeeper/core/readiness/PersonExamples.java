package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.DOMESTIC_PLAN;
import static dev.linekeeper.core.ContosoFixture.PAY_AS_YOU_GO;
import static dev.linekeeper.core.ContosoFixture.PHONE_SYSTEM;
import static dev.linekeeper.core.ContosoFixture.TEAMS;
import static dev.linekeeper.core.ContosoFixture.VIRTUAL_USER;
import static dev.linekeeper.core.ContosoFixture.callerId;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.routing;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.PersonFixture.enabled;
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
import static dev.linekeeper.core.tenant.PolicyKind.DIAL_OUT;
import static dev.linekeeper.core.tenant.PolicyKind.DIAL_PLAN;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static dev.linekeeper.core.tenant.PolicyKind.VOICE_ROUTING;

import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.person.AccountType;
import dev.linekeeper.core.tenant.person.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rules about the person say. */
final class PersonExamples {
    private static final String EXTENSION = "+14255550190;ext=6789";

    private PersonExamples() {}

    static Stream<Example> all() {
        return Stream.of(accounts(), licences(), numbers(), calling(), voiceRouting(), callerIds())
                .flatMap(some -> some);
    }

    private static Stream<Example> accounts() {
        return Stream.of(
                of("USR-01", PASS, us("u")),
                of("USR-01.disabled", FAIL, us("u").enabled(known(false))),
                of("USR-01.guest", FAIL, us("u").accountType(known(AccountType.GUEST))),
                of("USR-01.resource-account", FAIL, us("u").accountType(known(AccountType.RESOURCE_ACCOUNT))),
                of("USR-01.on-premises", FAIL, us("u").accountType(known(AccountType.SFB_ON_PREM_USER))),
                of("USR-01.ineligible", FAIL, us("u").accountType(known(AccountType.INELIGIBLE_USER))),
                of("USR-01", UNKNOWN, us("u").accountType(known(AccountType.UNKNOWN))),
                of("USR-01", UNKNOWN, us("u").accountType(missing())),
                of("USR-01", UNKNOWN, us("u").enabled(missing())),
                of("USR-01", UNKNOWN, us("u").voiceUnreadable()),
                of("USR-05", PASS, us("u")),
                of("USR-05.off", FAIL, us("u").voice(false)),
                of("USR-05", UNKNOWN, us("u").voice(missing())),
                of("USR-09", PASS, us("u")),
                of("USR-09", PASS, us("u").in("GB").inherited(SHARED_CALLING)),
                of("USR-09.none", FAIL, us("u").in(known(Optional.empty()))),
                of("USR-09.elsewhere", WARN, us("u").in("GB")),
                of("USR-09", UNKNOWN, us("u").in(missing())),
                of("USR-09", UNKNOWN, us("u").policy(SHARED_CALLING, missing())),
                of("USR-10", PASS, us("u")),
                of("USR-10", PASS, us("u").interpretedType("HybridOnlineTeamsOnlyUser")),
                of("USR-10.on-premises", FAIL, us("u").accountType(known(AccountType.SFB_ON_PREM_USER))),
                of("USR-10.other", FAIL, us("u").interpretedType("HybridOnpremSfBUser")),
                of("USR-10", UNKNOWN, us("u").accountType(missing())),
                of("USR-12", PASS, us("u")),
                of("USR-12.errors", WARN, us("u").validationErrors(known(List.of("Number is taken")))),
                of("USR-12", UNKNOWN, us("u").validationErrors(missing())));
    }

    private static Stream<Example> licences() {
        return Stream.of(
                of("USR-02", PASS, us("u")),
                of("USR-02", PASS, us("u").plans(enabled(PHONE_SYSTEM))),
                of("USR-02", PASS, us("u").features(missing())),
                of("USR-02.none", FAIL, us("u").plans(enabled(PHONE_SYSTEM)).features("PhoneSystem")),
                of("USR-02", UNKNOWN, us("u").plans(enabled(PHONE_SYSTEM)).features(missing())),
                of("USR-02", UNKNOWN, us("u").plans(missing()).features("PhoneSystem")),
                of(
                        "USR-02",
                        UNKNOWN,
                        us("u").plans(phone(TEAMS, ServicePlan.ServicePlanStatus.UNKNOWN))
                                .features("PhoneSystem")),
                of("USR-03", PASS, us("u")),
                of("USR-03", PASS, us("u").plans(missing())),
                of("USR-03", PASS, us("u").features(missing())),
                of("USR-03.none", FAIL, withoutFeature(enabled(TEAMS))),
                of(
                        "USR-03.withdrawn",
                        FAIL,
                        withoutFeature(phone(PHONE_SYSTEM, ServicePlan.ServicePlanStatus.DELETED))),
                of(
                        "USR-03.withdrawn",
                        FAIL,
                        withoutFeature(phone(PHONE_SYSTEM, ServicePlan.ServicePlanStatus.LOCKED_OUT))),
                of("USR-03.doubtful", WARN, withoutFeature(phone(PHONE_SYSTEM, ServicePlan.ServicePlanStatus.WARNING))),
                of(
                        "USR-03.doubtful",
                        WARN,
                        withoutFeature(phone(PHONE_SYSTEM, ServicePlan.ServicePlanStatus.SUSPENDED))),
                of("USR-03.doubtful", WARN, withoutFeature(phone(PHONE_SYSTEM, ServicePlan.ServicePlanStatus.PENDING))),
                of("USR-03", UNKNOWN, withoutFeature(phone(PHONE_SYSTEM, ServicePlan.ServicePlanStatus.UNKNOWN))),
                of("USR-03", UNKNOWN, withoutFeature().plans(missing())),
                of("USR-03", UNKNOWN, us("u").plans(enabled(TEAMS)).features(missing())),
                of("USR-04", PASS, us("u")),
                of("USR-04.beside", WARN, us("u").alsoPlan(VIRTUAL_USER)),
                of("USR-04.only", FAIL, us("u").plans(enabled(VIRTUAL_USER))),
                of("USR-04", UNKNOWN, us("u").plans(missing())),
                of("USR-11", PASS, us("u")),
                of("USR-11.paid", WARN, us("u").alsoPlan(DOMESTIC_PLAN)),
                of("USR-11.paid", WARN, us("u").alsoPlan(PAY_AS_YOU_GO)),
                of("USR-11", PASS, us("u").plans(phone(DOMESTIC_PLAN, ServicePlan.ServicePlanStatus.DELETED))),
                of("USR-11", UNKNOWN, us("u").plans(missing())));
    }

    private static Stream<Example> numbers() {
        return Stream.of(
                of("USR-06", PASS, us("u")),
                of("USR-06", PASS, us("u").primary(EXTENSION)),
                of("USR-06", PASS, us("u").primary("+14255550199;ext=12")),
                of("USR-06.own", FAIL, us("u").primary("+14255550140")),
                of("USR-06.own", FAIL, us("u").primary("+14255550190")),
                of(
                        "USR-06.own",
                        FAIL,
                        us("u").primary(EXTENSION),
                        t -> t.number(EXTENSION, n -> n.type(NumberType.CALLING_PLAN))),
                of("USR-06.own", FAIL, us("u").primary("+14255550140"), t -> t.unreadable("numbers")),
                of("USR-06", UNKNOWN, us("u").primary(EXTENSION), t -> t.unreadable("numbers")),
                of("USR-06", UNKNOWN, us("u").lines(missing())),
                of("USR-07", NA, us("u")),
                of("USR-07", NA, us("u").primary("+14255550140")),
                of("USR-07.extension", INFO, us("u").primary(EXTENSION)),
                of(
                        "USR-07.extension",
                        INFO,
                        us("u").primary(EXTENSION),
                        t -> t.number(EXTENSION, n -> n.held(TelephoneNumber.NumberStatus.USER_ASSIGNED, "U"))),
                of(
                        "USR-07.taken",
                        FAIL,
                        us("u").primary(EXTENSION),
                        t -> t.number(
                                EXTENSION, n -> n.held(TelephoneNumber.NumberStatus.USER_ASSIGNED, "someone-else"))),
                of("USR-07", UNKNOWN, us("u").primary(EXTENSION), t -> t.unreadable("numbers")),
                of("USR-08", NA, us("u")),
                of("USR-08", PASS, us("u").primary("+14255550140")),
                of(
                        "USR-08.on-premises",
                        FAIL,
                        us("u").primary("+14255550140"),
                        t -> t.number("+14255550140", n -> n.source(TelephoneNumber.NumberSource.ON_PREMISES))),
                of(
                        "USR-08",
                        UNKNOWN,
                        us("u").primary("+14255550140"),
                        t -> t.number("+14255550140", n -> n.source(TelephoneNumber.NumberSource.UNKNOWN))),
                of("USR-08", UNKNOWN, us("u").primary("+14255550149")),
                of("USR-08", UNKNOWN, us("u").primary("+14255550140"), t -> t.unreadable("numbers")),
                of("USR-13", PASS, us("u").primary("+14255550140")),
                of("USR-13.lines", WARN, us("u").line("+14255550180", Line.Category.ALTERNATE)),
                of("USR-13.lines", WARN, us("u").line("+14255550180", Line.Category.PRIVATE)),
                of("USR-13", UNKNOWN, us("u").lines(missing())),
                of("DPL-01", NA, us("u")),
                of("DPL-01", NA, us("u").primary("+14255550190")),
                of("DPL-01", PASS, us("u").primary(EXTENSION).direct(DIAL_PLAN, "Extensions")),
                of("DPL-01.none", WARN, us("u").primary(EXTENSION)),
                of(
                        "DPL-01.none",
                        WARN,
                        us("u").primary(EXTENSION).direct(DIAL_PLAN, "Odd"),
                        t -> t.policy(new Policy.DialPlan(
                                named("Odd"),
                                List.of(
                                        new Policy.NormalizationRule("broken", "(", "+1", true),
                                        new Policy.NormalizationRule("no such group", "^\\d{4}$", "+1425$7", true),
                                        new Policy.NormalizationRule("three digits", "^(\\d{3})$", "+1$1", true),
                                        new Policy.NormalizationRule(
                                                "elsewhere", "^(\\d{4})$", "+14255550191;ext=$1", true),
                                        new Policy.NormalizationRule("no number", "^(\\d{4})$", "ext $1", true))))),
                of("DPL-01", UNKNOWN, us("u").primary(EXTENSION).policy(DIAL_PLAN, missing())),
                of("DPL-01", UNKNOWN, us("u").primary(EXTENSION).direct(DIAL_PLAN, "Nowhere")));
    }

    private static Stream<Example> calling() {
        var off = new Policy.Calling(named("Quiet"), known(false), known(false), known(Optional.empty()));
        return Stream.of(
                of("USR-14", PASS, us("u")),
                of("USR-14", PASS, us("u").direct(DIAL_OUT, "DialoutCPCandPSTNInternational")),
                of("USR-14.calling-off", FAIL, us("u").direct(CALLING, "Quiet"), t -> t.policy(off)),
                of(
                        "USR-14.calling-off",
                        FAIL,
                        us("u").direct(CALLING, "Quiet").policy(DIAL_OUT, missing()),
                        t -> t.policy(off)),
                of("USR-14.dial-out-off", FAIL, us("u").direct(DIAL_OUT, "DialoutCPCandPSTNDisabled")),
                of(
                        "USR-14.dial-out-off",
                        FAIL,
                        us("u").direct(DIAL_OUT, "DialoutCPCInternationalPSTNDisabled")
                                .policy(CALLING, missing())),
                of("USR-14.domestic", INFO, us("u").direct(DIAL_OUT, "DialoutCPCandPSTNDomestic")),
                of("USR-14", UNKNOWN, us("u").policy(CALLING, missing())),
                of("USR-14", UNKNOWN, us("u").policy(DIAL_OUT, missing())),
                of("USR-14", UNKNOWN, us("u"), t -> t.unreadable(CALLING)));
    }

    private static Stream<Example> voiceRouting() {
        return Stream.of(
                of("VRP-01", PASS, us("u")),
                of("VRP-01", PASS, us("u").direct(VOICE_ROUTING, "V-OLD")),
                of("VRP-01.direct", FAIL, us("u").direct(VOICE_ROUTING, "V-US")),
                of(
                        "VRP-01.direct",
                        FAIL,
                        us("u").direct(VOICE_ROUTING, "v-us"),
                        t -> t.policy(routing("V-US", "us-ALL"))),
                of("VRP-01.group", FAIL, us("u").byGroup(VOICE_ROUTING, "V-US", "sales")),
                of(
                        "VRP-01.inherited-global",
                        FAIL,
                        us("u").inherited(VOICE_ROUTING),
                        t -> t.policy(routing("Global", "US-All"))),
                of("VRP-01", UNKNOWN, us("u").policy(VOICE_ROUTING, missing())),
                of("VRP-01", UNKNOWN, us("u").direct(VOICE_ROUTING, "Nowhere")),
                of("VRP-01", UNKNOWN, us("u"), t -> t.unreadable(VOICE_ROUTING)),
                of("VRP-01", UNKNOWN, us("u").direct(VOICE_ROUTING, "V-US"), t -> t.usages(missing())),
                of("VRP-02", PASS, us("u")),
                of("VRP-02", NA, us("u").direct(VOICE_ROUTING, "V-US")),
                of("VRP-02.gone", WARN, us("u").direct(VOICE_ROUTING, "V-OLD")),
                of("VRP-02", UNKNOWN, us("u").policy(VOICE_ROUTING, missing())));
    }

    private static Stream<Example> callerIds() {
        return Stream.of(
                of("CLI-01", PASS, us("u")),
                of("CLI-01.anonymous", WARN, us("u").direct(CALLING_LINE_IDENTITY, "C-ANON")),
                of("CLI-01.override", WARN, us("u").direct(CALLING_LINE_IDENTITY, "C-HIDE")),
                of("CLI-01", UNKNOWN, us("u").policy(CALLING_LINE_IDENTITY, missing())),
                of("CLI-02", PASS, us("u").direct(CALLING_LINE_IDENTITY, "C-SEA")),
                of(
                        "CLI-02",
                        PASS,
                        us("u").direct(CALLING_LINE_IDENTITY, "C-NOBODY"),
                        t -> t.policy(callerId(
                                "C-NOBODY", Policy.Substitute.RESOURCE, false, Optional.empty(), Optional.empty()))),
                of("CLI-02", PASS, us("u").direct(CALLING_LINE_IDENTITY, "C-HIDE")),
                of("CLI-02", NA, us("u").direct(CALLING_LINE_IDENTITY, "C-LON").inherited(SHARED_CALLING)),
                of("CLI-02.other-account", WARN, us("u").direct(CALLING_LINE_IDENTITY, "C-LON")),
                of(
                        "CLI-02.other-account",
                        WARN,
                        us("u").direct(CALLING_LINE_IDENTITY, "C-LON"),
                        t -> t.withoutAccount("ra-lon")),
                of("CLI-02", UNKNOWN, us("u").policy(CALLING_LINE_IDENTITY, missing())),
                of("CLI-03", PASS, us("u")),
                of(
                        "CLI-03.service",
                        WARN,
                        us("u").direct(CALLING_LINE_IDENTITY, "C-SVC"),
                        t -> t.policy(callerId(
                                "C-SVC", Policy.Substitute.SERVICE, false, Optional.empty(), Optional.empty()))),
                of("CLI-03", UNKNOWN, us("u").policy(CALLING_LINE_IDENTITY, missing())));
    }

    private static ServicePlan phone(String plan, ServicePlan.ServicePlanStatus status) {
        return new ServicePlan(plan, status);
    }

    private static PersonFixture withoutFeature(ServicePlan... plans) {
        return us("u").plans(plans).features("Teams");
    }
}
