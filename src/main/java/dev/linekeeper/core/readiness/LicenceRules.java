package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.SETUP;
import static dev.linekeeper.core.readiness.PublishedData.holds;
import static dev.linekeeper.core.readiness.UserRules.name;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPerson;
import static dev.linekeeper.core.readiness.judgement.Topic.PERSON;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;
import static dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus.DELETED;
import static dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus.LOCKED_OUT;
import static dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus.PENDING;
import static dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus.SUSPENDED;
import static dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus.UNKNOWN;
import static dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus.WARNING;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ServicePlan;
import java.util.List;

/** Which licences a person needs, and which they should not have. */
public final class LicenceRules {
    static final Rule<PersonCase> TEAMS = ofPerson("USR-02", PERSON)
            .inferred()
            .byAdmin()
            .must(c -> has(c, PublishedData.TEAMS, "Teams")
                    ? pass()
                    : when(
                            plans(c),
                            held -> when(
                                    c.person().features(),
                                    _ -> holds(held, PublishedData.TEAMS, UNKNOWN)
                                            ? unknown("the state of the licence was not reported")
                                            : fail("USR-02.none", name(c)))));

    public static final Rule<PersonCase> TEAMS_PHONE = ofPerson("USR-03", PERSON)
            .documented(SETUP)
            .byAdmin()
            .must(c -> has(c, PublishedData.PHONE_SYSTEM, "PhoneSystem")
                    ? pass()
                    : when(plans(c), held -> withoutPhone(c, held)));

    static final Rule<PersonCase> NO_RESOURCE_ACCOUNT_LICENCE = ofPerson("USR-04", PERSON)
            .inferred()
            .byAdmin()
            .must(c -> when(plans(c), held -> {
                if (!holds(held, PublishedData.RESOURCE_ACCOUNT)) {
                    return pass();
                }
                return holds(held, PublishedData.PHONE_SYSTEM)
                        ? warn("USR-04.beside", name(c))
                        : fail("USR-04.only", name(c));
            }));

    static final Rule<PersonCase> NO_CALLING_PLAN = ofPerson("USR-11", PERSON)
            .inferred()
            .byAdmin()
            .should(c -> when(
                    plans(c),
                    held -> holds(held, PublishedData.CALLING_PLANS) || holds(held, PublishedData.PAY_AS_YOU_GO)
                            ? warn("USR-11.paid", name(c))
                            : pass()));

    static final List<Rule<PersonCase>> ALL = List.of(TEAMS, TEAMS_PHONE, NO_RESOURCE_ACCOUNT_LICENCE, NO_CALLING_PLAN);

    private LicenceRules() {}

    private static Fact<List<ServicePlan>> plans(PersonCase c) {
        return c.person().entry().plans();
    }

    /** Whether the licences or Teams itself say so; either is enough. */
    private static boolean has(PersonCase c, List<String> plans, String feature) {
        return plans(c).known().filter(held -> holds(held, plans)).isPresent()
                || c.person()
                        .features()
                        .known()
                        .filter(all -> all.contains(feature))
                        .isPresent();
    }

    private static Verdict withoutPhone(PersonCase c, List<ServicePlan> held) {
        for (var status : List.of(WARNING, SUSPENDED, PENDING)) {
            if (holds(held, PublishedData.PHONE_SYSTEM, status)) {
                return warn("USR-03.doubtful", name(c), status.name());
            }
        }
        if (holds(held, PublishedData.PHONE_SYSTEM, UNKNOWN)) {
            return unknown("the state of the licence was not reported");
        }
        var withdrawn =
                holds(held, PublishedData.PHONE_SYSTEM, DELETED) || holds(held, PublishedData.PHONE_SYSTEM, LOCKED_OUT);
        return when(
                c.person().features(),
                _ -> withdrawn ? fail("USR-03.withdrawn", name(c)) : fail("USR-03.none", name(c)));
    }
}
