package dev.linekeeper.template.expression;

/**
 * How far a template may go, so that no template and no data can make it run away. Whatever exceeds a limit ends in a
 * {@link TemplateException} whose message names the limit.
 *
 * <pre>{@code
 * TemplateLimits careful = TemplateLimits.standard().withMaxOutput(28_000).withMaxRepeats(100);
 * CardTemplate template = CardTemplate.compile(json, TemplateOptions.standard().withLimits(careful));
 * }</pre>
 *
 * @param maxOutput bytes of an expanded template
 * @param maxRepeats elements a single {@code $data} may be repeated for
 * @param maxNesting how deep a template, an expression or the output may be nested
 * @param maxSteps steps of evaluation for one expansion: about one for each operation, each item looked at and each eight
 *     characters copied; see {@code templating.md}
 * @param maxText UTF-16 units of a text an expression builds
 * @param maxItems items of a list an expression builds
 * @param maxMemory bytes of what expressions have built and still need, roughly
 */
public record TemplateLimits(
        long maxOutput, int maxRepeats, int maxNesting, long maxSteps, int maxText, int maxItems, long maxMemory) {
    private static final TemplateLimits DEFAULT =
            new TemplateLimits(4 << 20, 10_000, 256, 5_000_000, 1 << 20, 100_000, 64 << 20);

    public TemplateLimits {
        if (maxOutput < 1
                || maxRepeats < 0
                || maxNesting < 1
                || maxSteps < 1
                || maxText < 0
                || maxItems < 0
                || maxMemory < 1) {
            throw new IllegalArgumentException("limits must allow something");
        }
    }

    /** Limits with the standard one of the memory held. */
    public TemplateLimits(long maxOutput, int maxRepeats, int maxNesting, long maxSteps, int maxText, int maxItems) {
        this(maxOutput, maxRepeats, maxNesting, maxSteps, maxText, maxItems, 64 << 20);
    }

    /** 4 MiB of output, 10,000 repeats, 256 levels, 5,000,000 steps, 1 Mi characters a text, 100,000 items a list, 64 MiB. */
    public static TemplateLimits standard() {
        return DEFAULT;
    }

    /** Another limit of the bytes of an expanded template. */
    public TemplateLimits withMaxOutput(long limit) {
        return new TemplateLimits(limit, maxRepeats, maxNesting, maxSteps, maxText, maxItems, maxMemory);
    }

    /** Another limit of the elements a single {@code $data} may be repeated for. */
    public TemplateLimits withMaxRepeats(int limit) {
        return new TemplateLimits(maxOutput, limit, maxNesting, maxSteps, maxText, maxItems, maxMemory);
    }

    /** Another limit of how deep a template, an expression or the output may be nested. */
    public TemplateLimits withMaxNesting(int limit) {
        return new TemplateLimits(maxOutput, maxRepeats, limit, maxSteps, maxText, maxItems, maxMemory);
    }

    /** Another limit of the steps of one expansion. */
    public TemplateLimits withMaxSteps(long limit) {
        return new TemplateLimits(maxOutput, maxRepeats, maxNesting, limit, maxText, maxItems, maxMemory);
    }

    /** Another limit of the length of a text. */
    public TemplateLimits withMaxText(int limit) {
        return new TemplateLimits(maxOutput, maxRepeats, maxNesting, maxSteps, limit, maxItems, maxMemory);
    }

    /** Another limit of the items of a list. */
    public TemplateLimits withMaxItems(int limit) {
        return new TemplateLimits(maxOutput, maxRepeats, maxNesting, maxSteps, maxText, limit, maxMemory);
    }

    /** Another limit of the bytes that may be held. */
    public TemplateLimits withMaxMemory(long limit) {
        return new TemplateLimits(maxOutput, maxRepeats, maxNesting, maxSteps, maxText, maxItems, limit);
    }
}
