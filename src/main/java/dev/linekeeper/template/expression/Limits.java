package dev.linekeeper.template.expression;

/**
 * How far a template may go, so that no template and no data can make it run away. Whatever exceeds a limit ends in a
 * {@link TemplateException}.
 *
 * @param maxOutput bytes of an expanded template
 * @param maxRepeats elements a single {@code $data} may be repeated for
 * @param maxNesting how deep a template, an expression or the output may be nested
 * @param maxSteps steps of evaluation for one expansion: about one for each operation and each item looked at
 * @param maxText UTF-16 units of a text an expression builds
 * @param maxItems items of a list an expression builds
 */
public record Limits(long maxOutput, int maxRepeats, int maxNesting, long maxSteps, int maxText, int maxItems) {
    private static final Limits DEFAULT = new Limits(4 << 20, 10_000, 256, 5_000_000, 1 << 20, 100_000);

    public Limits {
        if (maxOutput < 1 || maxRepeats < 0 || maxNesting < 1 || maxSteps < 1 || maxText < 0 || maxItems < 0) {
            throw new IllegalArgumentException("limits must allow something");
        }
    }

    /** 4 MiB of output, 10,000 repeats, 256 levels, 5,000,000 steps, 1 Mi characters a text, 100,000 items a list. */
    public static Limits standard() {
        return DEFAULT;
    }
}
