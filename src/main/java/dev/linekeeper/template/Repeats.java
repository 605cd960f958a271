package dev.linekeeper.template;

import dev.linekeeper.template.expression.Limits;
import dev.linekeeper.template.expression.TemplateException;

/** How often an element may be repeated. */
final class Repeats {
    private Repeats() {}

    static void check(int count, Limits limits, String pointer) {
        if (count > limits.maxRepeats()) {
            throw new TemplateException(
                            "An element would be repeated %d times; %d are allowed"
                                    .formatted(count, limits.maxRepeats()),
                            0)
                    .at(pointer);
        }
    }
}
