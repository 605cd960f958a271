package dev.linekeeper.core.override;

import dev.linekeeper.core.readiness.EmergencyCallbackRules;
import dev.linekeeper.core.readiness.EmergencyPlaceRules;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rules that an override can pass over: those whose failure leaves emergency calls unsafe (ADR 62). */
public final class OverridableRules {
    /** Emergency rules whose failure Microsoft does not support at all: Shared Calling is then impossible, not unsafe. */
    public static final List<Rule<?>> IMPOSSIBLE = List.of(EmergencyCallbackRules.TOLL_FREE);

    private static final Set<Topic> TOPICS = EnumSet.of(Topic.EMERGENCY, Topic.CALLBACK);

    private OverridableRules() {}

    /** Whether two approvers may accept that the rule fails. */
    public static boolean contain(Rule<?> rule) {
        return rule.mayFail()
                && (TOPICS.contains(rule.topic()) || isAmong(EmergencyPlaceRules.ADDRESSES, rule))
                && !isAmong(IMPOSSIBLE, rule);
    }

    private static boolean isAmong(List<Rule<?>> rules, Rule<?> rule) {
        return rules.stream().anyMatch(each -> each.id().equals(rule.id()));
    }
}
