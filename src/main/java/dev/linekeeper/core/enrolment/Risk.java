package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Explanation;
import java.util.List;
import java.util.stream.Stream;

/** The risk of a plan, for the approver; {@code why} is every reason, the gravest first, and never empty. */
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

    /** The risk where Linekeeper puts everything back by itself in the end, on the strength of the same approval. */
    Risk temporary() {
        return atLeast(RiskLevel.HIGH, Explanation.of("plan.risk.temporary"));
    }

    /** The risk when this many people change at once: higher when they are many, and that is said first. */
    Risk forBatch(int people) {
        var size = people >= LARGE ? RiskLevel.HIGH : people >= NOTABLE ? RiskLevel.MEDIUM : RiskLevel.LOW;
        return size == RiskLevel.LOW ? this : atLeast(size, Explanation.of("plan.risk.batch", people));
    }

    private Risk atLeast(RiskLevel other, Explanation first) {
        return new Risk(
                level.compareTo(other) >= 0 ? level : other,
                Stream.concat(Stream.of(first), why.stream()).toList());
    }
}
