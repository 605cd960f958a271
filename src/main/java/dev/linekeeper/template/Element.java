package dev.linekeeper.template;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object with a {@code $data} or a {@code $when}: it comes once, once for each item of a list, or not at all.
 *
 * @param data what its bindings refer to; absent when they refer to what those around it do
 * @param when the condition; absent when it has none
 * @param body its properties
 */
record Element(@Nullable Node data, @Nullable Condition when, Node body, String pointer) implements Node {
    @Override
    public void writeValue(Frame frame) {
        int mark = frame.sink().beginMany();
        frame.sink().endMany(mark, repeat(frame));
    }

    @Override
    public void writeItems(Frame frame) {
        repeat(frame);
    }

    /** Writes the element as often as its data say, and tells how often that was. */
    private int repeat(Frame frame) {
        JsonNode outer = frame.data();
        JsonNode outerIndex = frame.index();
        try {
            JsonNode bound = bound(frame);
            if (bound == null || !bound.isArray()) {
                if (bound != null) {
                    frame.enter(bound);
                }
                return once(frame);
            }
            Repeats.check(bound.size(), frame.limits(), pointer);
            int count = 0;
            for (int index = 0; index < bound.size(); index++) {
                frame.enter(bound.get(index), index);
                count += once(frame);
            }
            return count;
        } finally {
            frame.restore(outer, outerIndex);
        }
    }

    private @Nullable JsonNode bound(Frame frame) {
        return switch (data) {
            case null -> null;
            case Bound binding -> binding.value(frame);
            case Fixed fixed -> fixed.tree();
            default -> throw new IllegalStateException("data are fixed or bound");
        };
    }

    private int once(Frame frame) {
        frame.spend();
        if (when != null && !when.holds(frame)) {
            return 0;
        }
        body.writeValue(frame);
        return 1;
    }
}
