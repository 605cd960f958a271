package dev.linekeeper.core.override;

import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.tenant.Explanation;

/**
 * One failing rule of a gap.
 *
 * @param rule its id, such as {@code EMG-01}
 * @param says why it failed when it was looked at, without why a plan cannot mend it
 */
public record GapLine(String rule, Explanation says) {
    private static final String STUCK = "plan.stuck";

    /** What a failing rule says. */
    static GapLine of(Finding<?> failing) {
        Explanation says = failing.explanation().orElseThrow();
        return new GapLine(
                failing.rule().id().value(),
                says.key().equals(STUCK) && says.arguments().getFirst() instanceof Explanation inner ? inner : says);
    }

    /** Whether it is the same gap, word for word: another number or another policy in it is another one. */
    boolean isSame(GapLine other) {
        return rule.equals(other.rule) && says.toString().equals(other.says.toString());
    }
}
