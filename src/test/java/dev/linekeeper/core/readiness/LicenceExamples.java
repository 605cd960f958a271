package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.CREDITS;
import static dev.linekeeper.core.ContosoFixture.DOMESTIC_PLAN;
import static dev.linekeeper.core.ContosoFixture.PAY_AS_YOU_GO;
import static dev.linekeeper.core.ContosoFixture.PHONE_SYSTEM;
import static dev.linekeeper.core.ContosoFixture.TEAMS;
import static dev.linekeeper.core.ContosoFixture.VIRTUAL_USER;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.PersonFixture.enabled;
import static dev.linekeeper.core.readiness.Example.of;
import static dev.linekeeper.core.readiness.judgement.Outcome.FAIL;
import static dev.linekeeper.core.readiness.judgement.Outcome.INFO;
import static dev.linekeeper.core.readiness.judgement.Outcome.MANUAL;
import static dev.linekeeper.core.readiness.judgement.Outcome.PASS;
import static dev.linekeeper.core.readiness.judgement.Outcome.UNKNOWN;
import static dev.linekeeper.core.readiness.judgement.Outcome.WARN;
import static dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus.DELETED;
import static dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus.LOCKED_OUT;
import static dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus.PENDING;
import static dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus.SUSPENDED;
import static dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus.WARNING;

import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus;
import java.util.List;
import java.util.stream.Stream;

/** Licences in a grace period are held, for now; and plans that came later are known by their ids. */
final class LicenceExamples {
    private static final String TEAMS_GOV = "304767db-7d23-49e8-a945-4a7eb65f9f28";
    private static final String PHONE_GOV = "db23fce2-a974-42ef-9002-d78dd42a0f22";
    private static final List<String> LATER_CALLING_PLANS = List.of(
            "16935b20-87c0-4908-934a-22aa267d0d26",
            "6b340437-d6f9-4dc5-8cc2-99163f7f83d6",
            "7861360b-dc3b-4eba-a3fc-0d323a035746",
            "3C8A8792-7866-409B-BB61-1B20ACE0368B");

    private LicenceExamples() {}

    static Stream<Example> all() {
        return Stream.of(people(), accounts(), callingPlans()).flatMap(some -> some);
    }

    private static Stream<Example> people() {
        return Stream.of(
                person("USR-03.doubtful", WARN, plan(PHONE_SYSTEM, WARNING)),
                person("USR-03.doubtful", WARN, plan(PHONE_SYSTEM, SUSPENDED)),
                person("USR-03.doubtful", WARN, plan(PHONE_SYSTEM, PENDING)),
                person("USR-03", PASS, plan(PHONE_SYSTEM, WARNING), enabled(PHONE_GOV)),
                person("USR-03", PASS, enabled(TEAMS)),
                person("USR-03.withdrawn", FAIL, plan(PHONE_SYSTEM, DELETED)),
                person("USR-03.withdrawn", FAIL, plan(PHONE_SYSTEM, LOCKED_OUT)),
                of("USR-03.not-counted", INFO, us("u").features("Teams")),
                of("USR-03", PASS, us("u").features("teams", "phonesystem")),
                of("USR-02", PASS, us("u").plans(enabled(TEAMS_GOV)).features("PhoneSystem")),
                of("USR-02.grace", WARN, us("u").plans(plan(TEAMS, WARNING)).features("PhoneSystem")),
                person("USR-04.beside", WARN, plan(PHONE_SYSTEM, WARNING), enabled(VIRTUAL_USER)));
    }

    private static Stream<Example> accounts() {
        return Stream.of(
                account("RES-02.grace", WARN, plan(VIRTUAL_USER, WARNING)),
                account("RES-02.grace", WARN, plan(VIRTUAL_USER, PENDING)),
                account("RES-02.none", FAIL, plan(VIRTUAL_USER, DELETED)),
                account("RES-02.user-licence", WARN, enabled(VIRTUAL_USER), plan(PHONE_SYSTEM, WARNING)),
                account("RES-12.grace", WARN, plan(PAY_AS_YOU_GO, WARNING)),
                account("RES-12.grace", WARN, plan(PAY_AS_YOU_GO, SUSPENDED), enabled(DOMESTIC_PLAN)),
                account("RES-12.grace", WARN, plan(PAY_AS_YOU_GO, PENDING)),
                account("RES-12.none", FAIL, plan(PAY_AS_YOU_GO, DELETED)),
                account("RES-12", UNKNOWN, plan(PAY_AS_YOU_GO, ServicePlanStatus.UNKNOWN)),
                account("RES-12.other-plan", WARN, enabled(LATER_CALLING_PLANS.getFirst())),
                account("RES-13", PASS, enabled(CREDITS)),
                account("RES-13.verify", MANUAL, plan(CREDITS, WARNING)),
                of(
                        "TEN-03",
                        PASS,
                        us("u"),
                        t -> t.freeLicences(known(0))
                                .account("ra-lon", a -> a.plans(known(List.of(plan(VIRTUAL_USER, WARNING)))))));
    }

    private static Stream<Example> callingPlans() {
        return Stream.concat(
                LATER_CALLING_PLANS.stream().map(id -> of("USR-11.paid", WARN, us("u").alsoPlan(id))),
                Stream.of(person("USR-11.paid", WARN, enabled(PHONE_SYSTEM), plan(DOMESTIC_PLAN, WARNING))));
    }

    private static Example person(String says, Outcome outcome, ServicePlan... held) {
        return of(says, outcome, us("u").plans(held));
    }

    private static Example account(String says, Outcome outcome, ServicePlan... held) {
        return of(says, outcome, us("u"), t -> t.account("ra-sea", a -> a.plans(known(List.of(held)))));
    }

    private static ServicePlan plan(String id, ServicePlanStatus status) {
        return new ServicePlan(id, status);
    }
}
