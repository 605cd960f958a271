package dev.linekeeper.template;

import dev.linekeeper.template.expression.TemplateException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object with a {@code $data} or a {@code $when}: it comes once, once for each item of a list, or not at all.
 *
 * @param data what its bindings refer to; undefined when they refer to what those around it do
 * @param when the condition; absent when it has none
 * @param body its properties
 */
record DynamicElement(
        Function<ExpansionFrame, JsonNode> data, @Nullable Condition when, TemplateNode body, String pointer)
        implements TemplateNode {
    @Override
    public void writeValue(ExpansionFrame frame) {
        int mark = frame.output().beginMany();
        frame.output().endMany(mark, repeat(frame));
    }

    @Override
    public void writeItems(ExpansionFrame frame) {
        repeat(frame);
    }

    /** Writes the element as often as its data say, and tells how often that was. */
    private int repeat(ExpansionFrame frame) {
        long mark = frame.evaluation().accountant().held();
        JsonNode outer = frame.data();
        JsonNode outerIndex = frame.index();
        try {
            JsonNode bound = data.apply(frame);
            if (!bound.isArray()) {
                frame.enter(bound);
                return once(frame);
            }
            checkRepeats(bound.size(), frame.limits().maxRepeats());
            int count = 0;
            for (int index = 0; index < bound.size(); index++) {
                frame.enter(bound.get(index), index);
                count += once(frame);
            }
            return count;
        } finally {
            frame.restore(outer, outerIndex);
            frame.evaluation().accountant().release(mark);
        }
    }

    private void checkRepeats(int count, int most) {
        if (count > most) {
            throw new TemplateException(
                            "An element would be repeated %d times; %d are allowed".formatted(count, most), 0)
                    .at(pointer);
        }
    }

    private int once(ExpansionFrame frame) {
        frame.evaluation().spend();
        if (when != null && !when.holds(frame)) {
            return 0;
        }
        body.writeValue(frame);
        return 1;
    }
}
