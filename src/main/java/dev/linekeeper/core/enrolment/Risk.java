package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Explanation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How carefully a plan wants to be read before it is approved.
 *
 * @param why every reason, the gravest first; never empty
 */
public record Risk(Level level, List<Explanation> why) {

    /** In rising order. */
    public enum Level {
        LOW,
        MEDIUM,
        HIGH
    }

    /** From so many people on, a batch is a medium risk; from {@link #LARGE} on a high one. Our own measure. */
    private static final int NOTABLE = 10;

    private static final int LARGE = 50;

    public Risk {
        why = List.copyOf(why);
    }

    /**
     * The risk of doing several plans at once: the gravest of theirs, or graver when they are many.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static Risk together(List<Plan> plans) {
        if (plans.isEmpty()) {
            throw new IllegalArgumentException("No plans, so no risk");
        }
        var risks = plans.stream().map(Plan::risk).toList();
        var size = plans.size() >= LARGE ? Level.HIGH : plans.size() >= NOTABLE ? Level.MEDIUM : Level.LOW;
        var level =
                risks.stream().map(Risk::level).max(Comparator.naturalOrder()).orElse(size);
        var reasons = risks.stream()
                .sorted(Comparator.comparing(Risk::level).reversed())
                .flatMap(risk -> risk.why().stream())
                .distinct();
        var many = size == Level.LOW
                ? Stream.<Explanation>empty()
                : Stream.of(Explanation.of("plan.risk.batch", plans.size()));
        return new Risk(
                level.compareTo(size) >= 0 ? level : size,
                Stream.concat(many, reasons).toList());
    }
}
