package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.SETUP;
import static dev.linekeeper.core.readiness.PublishedData.holds;
import static dev.linekeeper.core.readiness.UserRules.name;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPerson;
import static dev.linekeeper.core.readiness.judgement.Topic.PERSON;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.info;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;
import static dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus.DELETED;
import static dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus.LOCKED_OUT;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ServicePlan;
import java.util.List;
import java.util.Optional;

/** Which licences a person needs, and which they should not have. */
public final class LicenceRules {
    private static final String PHONE_SYSTEM = "PhoneSystem";

    static final Rule<PersonCase> TEAMS = ofPerson("USR-02", PERSON)
            .revision(2)
            .inferred()
            .byAdmin()
            .must(c -> has(c, PublishedData.TEAMS, "Teams")
                    ? pass()
                    : when(
                            plans(c),
                            held -> when(
                                    c.person().features(),
                                    _ -> PublishedData.grace(held, PublishedData.TEAMS)
                                            .map(status -> warn("USR-02.grace", name(c), status.name()))
                                            .orElseGet(() -> withoutTeams(c, held)))));

    public static final Rule<PersonCase> TEAMS_PHONE = ofPerson("USR-03", PERSON)
            .revision(2)
            .documented(SETUP)
            .byAdmin()
            .must(c -> counts(c, PHONE_SYSTEM).orElse(false) && plans(c).known().isEmpty()
                    ? pass()
                    : when(plans(c), held -> teamsPhone(c, held)));

    static final Rule<PersonCase> NO_RESOURCE_ACCOUNT_LICENCE = ofPerson("USR-04", PERSON)
            .revision(3)
            .inferred()
            .byAdmin()
            .must(c -> when(plans(c), held -> {
                if (!holds(held, PublishedData.RESOURCE_ACCOUNT)) {
                    return PublishedData.mayHold(held, PublishedData.RESOURCE_ACCOUNT) ? unread() : pass();
                }
                if (PublishedData.holdsForNow(held, PublishedData.PHONE_SYSTEM)) {
                    return warn("USR-04.beside", name(c));
                }
                return PublishedData.mayHold(held, PublishedData.PHONE_SYSTEM)
                        ? unread()
                        : fail("USR-04.only", name(c));
            }));

    public static final Rule<PersonCase> NO_CALLING_PLAN = ofPerson("USR-11", PERSON)
            .revision(3)
            .inferred()
            .byAdmin()
            .should(c -> when(
                    plans(c),
                    held -> PublishedData.holdsForNow(held, PublishedData.CALLING_PLANS)
                                    || PublishedData.holdsForNow(held, PublishedData.PAY_AS_YOU_GO)
                            ? warn("USR-11.paid", name(c))
                            : PublishedData.mayHold(held, PublishedData.CALLING_PLANS)
                                            || PublishedData.mayHold(held, PublishedData.PAY_AS_YOU_GO)
                                    ? unread()
                                    : pass()));

    static final List<Rule<PersonCase>> ALL = List.of(TEAMS, TEAMS_PHONE, NO_RESOURCE_ACCOUNT_LICENCE, NO_CALLING_PLAN);

    private LicenceRules() {}

    /** Of a licence that is not listed as held, while something listed could not be read. */
    static Verdict unread() {
        return unknown("a licence, or the state of one, could not be read");
    }

    private static Fact<List<ServicePlan>> plans(PersonCase c) {
        return c.person().entry().plans();
    }

    /** Whether the licences or Teams itself say so; either is enough. */
    private static boolean has(PersonCase c, List<String> plans, String feature) {
        return plans(c).known().filter(held -> holds(held, plans)).isPresent()
                || counts(c, feature).orElse(false);
    }

    /** Whether Teams counts the feature as the person's; empty where that could not be read. */
    private static Optional<Boolean> counts(PersonCase c, String feature) {
        return c.person()
                .features()
                .map(all -> !AnyCase.among(all, List.of(feature)).isEmpty())
                .known();
    }

    private static Verdict withoutTeams(PersonCase c, List<ServicePlan> held) {
        return PublishedData.mayHold(held, PublishedData.TEAMS) ? unread() : fail("USR-02.none", name(c));
    }

    /** The plan decides; Teams' own list of features follows it with a delay, in both directions. */
    private static Verdict teamsPhone(PersonCase c, List<ServicePlan> held) {
        var counts = counts(c, PHONE_SYSTEM);
        if (holds(held, PublishedData.PHONE_SYSTEM)) {
            return counts.orElse(true) ? pass() : info("USR-03.not-counted", name(c));
        }
        var grace = PublishedData.grace(held, PublishedData.PHONE_SYSTEM);
        if (grace.isPresent()) {
            return warn("USR-03.doubtful", name(c), grace.get().name());
        }
        if (PublishedData.mayHold(held, PublishedData.PHONE_SYSTEM)) {
            return counts.orElse(false) ? pass() : unread();
        }
        if (holds(held, PublishedData.PHONE_SYSTEM, DELETED) || holds(held, PublishedData.PHONE_SYSTEM, LOCKED_OUT)) {
            return fail("USR-03.withdrawn", name(c));
        }
        return when(c.person().features(), _ -> counts.orElse(false) ? pass() : fail("USR-03.none", name(c)));
    }
}
