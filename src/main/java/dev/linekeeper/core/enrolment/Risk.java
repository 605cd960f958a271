package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Explanation;
import java.util.List;
import java.util.stream.Stream;

/**
 * The risk of a plan, for the approver.
 *
 * @param why every reason, the gravest first; never empty
 */
public record Risk(RiskLevel level, List<Explanation> why) {

    /** In rising order. */
    public enum RiskLevel {
        LOW,
        MEDIUM,
        HIGH
    }

    /** From this many people on, a batch is a medium risk; from {@link #LARGE} on a high one. Our own measure. */
    private static final int NOTABLE = 10;

    private static final int LARGE = 50;

    public Risk {
        why = List.copyOf(why);
    }

    /** Whether it is high, so that whoever approves is asked once more. */
    public boolean high() {
        return level == RiskLevel.HIGH;
    }

    /** The risk when this many people change at once: higher when they are many, and that is said first. */
    Risk forBatch(int people) {
        var size = people >= LARGE ? RiskLevel.HIGH : people >= NOTABLE ? RiskLevel.MEDIUM : RiskLevel.LOW;
        if (size == RiskLevel.LOW) {
            return this;
        }
        var many = Explanation.of("plan.risk.batch", people);
        return new Risk(
                level.compareTo(size) >= 0 ? level : size,
                Stream.concat(Stream.of(many), why.stream()).toList());
    }
}
