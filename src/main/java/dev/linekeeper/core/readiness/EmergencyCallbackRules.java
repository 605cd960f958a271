package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.SETUP;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPolicy;
import static dev.linekeeper.core.readiness.judgement.Topic.CALLBACK;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.info;
import static dev.linekeeper.core.readiness.judgement.Verdicts.notApplicable;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.List;

/** Whether a Shared Calling policy has emergency callback numbers, and what follows when it has none. */
public final class EmergencyCallbackRules {
    public static final Rule<PolicyCase> TOLL_FREE = ofPolicy("POL-05", CALLBACK)
            .documented(SETUP)
            .byAdmin()
            .onceMet(PolicyRules.HAS_ACCOUNT, SharedNumberRules.TYPE)
            .must(c -> PolicyRules.about(
                    c,
                    policy -> policy.emergencyNumbers().isEmpty()
                            ? when(c.number(), shared -> tollFree(c, shared), Verdicts::pass)
                            : pass()));

    public static final Rule<PolicyCase> CALLBACKS_RING_PEOPLE = ofPolicy("POL-11", CALLBACK)
            .inferred()
            .byAdmin()
            .onceMet(PolicyRules.HAS_ACCOUNT, TOLL_FREE)
            .should(c -> PolicyRules.about(
                    c, policy -> policy.emergencyNumbers().isEmpty() ? warn("POL-11.attendant", c.name()) : pass()));

    public static final Rule<PolicyCase> POOL_SIZE = ofPolicy("POL-12", CALLBACK)
            .revision(2)
            .inferred()
            .nothingToDo()
            .onceMet(PolicyRules.HAS_ACCOUNT)
            .should(c -> PolicyRules.about(
                    c,
                    policy -> policy.emergencyNumbers().isEmpty()
                            ? notApplicable("POL-12.empty", c.name())
                            : info(
                                    "POL-12.size",
                                    c.name(),
                                    policy.emergencyNumbers().stream()
                                            .distinct()
                                            .count())));

    static final List<Rule<PolicyCase>> ALL = List.of(TOLL_FREE, CALLBACKS_RING_PEOPLE, POOL_SIZE);

    private EmergencyCallbackRules() {}

    private static Verdict tollFree(PolicyCase c, TelephoneNumber shared) {
        if (shared.type() != NumberType.CALLING_PLAN) {
            return pass();
        }
        return when(
                c.tenantCase()
                        .country(shared)
                        .map(country -> country.flatMap(in -> PublishedData.tollFree(shared.number(), in))),
                free -> free ? fail("POL-05.empty", shared.number(), c.name()) : pass(),
                () -> unknown("whether %s is toll-free is not reported".formatted(shared.number())));
    }
}
