package dev.linekeeper.template.value;

/**
 * What one evaluation may still spend; whoever works in proportion to the data charges it. Not thread-safe: one evaluation,
 * one budget.
 */
public final class EvaluationBudget {
    private final int maxText;
    private final int maxItems;
    private final long maxSteps;
    private long steps;

    /**
     * @param steps how many steps of work are allowed in all
     * @param maxText how long one text may become, in UTF-16 units
     * @param maxItems how many items one list may have
     */
    public EvaluationBudget(long steps, int maxText, int maxItems) {
        this.maxSteps = steps;
        this.steps = steps;
        this.maxText = maxText;
        this.maxItems = maxItems;
    }

    /** Pays for {@code count} steps of work. */
    public void spend(long count) {
        steps -= count;
        if (steps < 0) {
            throw Failure.limit("the evaluation takes more than %d steps".formatted(maxSteps));
        }
    }

    /** Pays for a text of that length before it is built. */
    public void spendText(long length) {
        if (length > maxText) {
            throw Failure.limit("a text would be longer than %d characters".formatted(maxText));
        }
        spend(length >> 5);
    }

    /** Pays for a list of that many items before it is built. */
    public void spendItems(long count) {
        if (count > maxItems) {
            throw Failure.limit("a list would have more than %d items".formatted(maxItems));
        }
        spend(count);
    }
}
