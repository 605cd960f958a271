package dev.linekeeper.core.fixes;

import dev.linekeeper.core.readiness.AccountRules;
import dev.linekeeper.core.readiness.EmergencyRules;
import dev.linekeeper.core.readiness.RoutingRules;
import dev.linekeeper.core.readiness.judgement.Remedy;
import dev.linekeeper.core.readiness.judgement.Rule;
import java.util.Set;
import java.util.stream.Stream;

/** Whose job it is to put right what Linekeeper does not. */
public enum RemedyJob {
    LICENCES(AccountRules.LICENSED, RoutingRules.PAY_AS_YOU_GO),
    FUNDING(RoutingRules.CREDITS),
    DIRECTORY(AccountRules.USAGE_LOCATION, AccountRules.SIGN_IN_BLOCKED),
    MENU(AccountRules.REACHABLE),
    ROUTES(EmergencyRules.ROUTED, RoutingRules.ACCOUNT_ROUTES),
    /** Whatever else a Teams administrator decides. */
    ADMIN,
    /** The operator or Microsoft's service desk. */
    OUTSIDE_TEAMS,
    /** Part of enrolling a person. */
    ENROLMENT,
    NOBODY;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of never changes
    private final Set<Rule<?>> rules;

    RemedyJob(Rule<?>... rules) {
        this.rules = Set.of(rules);
    }

    public static RemedyJob of(Rule<?> rule) {
        return Stream.of(values())
                .filter(job -> job.rules.stream().anyMatch(mine -> mine.id().equals(rule.id())))
                .findFirst()
                .orElseGet(() -> switch (rule.remedy()) {
                    case Remedy.ByAdmin<?> _ -> ADMIN;
                    case Remedy.OutsideTeams<?> _ -> OUTSIDE_TEAMS;
                    case Remedy.Automatic<?> _ -> ENROLMENT;
                    case Remedy.NoRemedy<?> _ -> NOBODY;
                });
    }
}
