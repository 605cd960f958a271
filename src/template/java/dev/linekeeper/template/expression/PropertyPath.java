package dev.linekeeper.template.expression;

import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The way to a value, such as {@code user.lists['todo'][0]}. It is kept as text, because that is how an unanswered binding
 * shows it, and cut into its steps once. Dots inside quotes cut too: so do the official engines.
 */
public final class PropertyPath {
    private static final int BYTES_A_STEP = 96;

    private final String text;
    private final PathStep[] steps;
    private final JsonNode unanswered;

    /** One step: the name of a property, and the index it is where the value is a list. */
    private record PathStep(String name, double index) {
        static PathStep of(String written) {
            boolean quoted = written.length() > 1
                    && (written.charAt(0) == '\'' || written.charAt(0) == '"')
                    && written.charAt(0) == written.charAt(written.length() - 1);
            String name = quoted ? written.substring(1, written.length() - 1) : written;
            return new PathStep(name, JsNumbers.parseInteger(name));
        }

        JsonNode from(JsonNode value, Accountant accountant) {
            if (value.isArray() && !Double.isNaN(index)) {
                return index >= 0 && index < value.size() ? value.get((int) index) : Values.UNDEFINED;
            }
            return Values.isTruthy(value) ? Values.property(value, name, accountant) : Values.UNDEFINED;
        }
    }

    private PropertyPath(String text, List<PathStep> steps) {
        this.text = text;
        this.steps = steps.toArray(PathStep[]::new);
        this.unanswered = Text.node("${" + text + "}");
    }

    /** The path as it is written. */
    static PropertyPath of(String text, Accountant accountant) {
        accountant.read(text.length());
        List<PathStep> steps = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || ".[]".indexOf(text.charAt(at)) >= 0) {
                if (at > from) {
                    accountant.hold(BYTES_A_STEP);
                    steps.add(PathStep.of(text.substring(from, at)));
                }
                from = at + 1;
            }
        }
        return new PropertyPath(text, steps);
    }

    /** What stands in a text for a value that is not there; the same node each time. */
    JsonNode unanswered() {
        return unanswered;
    }

    /** Whether it begins at a name of the template language, such as {@code $root}. */
    public boolean isRooted() {
        return text.startsWith("$");
    }

    /** The first step's name; empty if there is none. */
    public String first() {
        return steps.length == 0 ? "" : steps[0].name();
    }

    /** The value at the end of the path, walking from the value given. */
    public JsonNode from(JsonNode value, Accountant accountant) {
        return steps.length == 0 ? Values.UNDEFINED : walk(value, 0, accountant);
    }

    /** The value at the end of the path, given what the first step leads to. */
    public JsonNode beyondFirst(JsonNode value, Accountant accountant) {
        return walk(value, 1, accountant);
    }

    private JsonNode walk(JsonNode start, int from, Accountant accountant) {
        accountant.spend(steps.length >> 3);
        JsonNode value = start;
        for (int index = from; index < steps.length; index++) {
            value = steps[index].from(value, accountant);
        }
        return value;
    }

    /** A copy of the value in which the path leads to another one; the value itself where the path leads nowhere. */
    public JsonNode write(JsonNode value, JsonNode written, Accountant accountant) {
        return write(value, 0, written, accountant);
    }

    /** As {@link #write}, given what the first step leads to. */
    public JsonNode writeBeyondFirst(JsonNode value, JsonNode written, Accountant accountant) {
        return steps.length == 1 ? written : write(value, 1, written, accountant);
    }

    private JsonNode write(JsonNode value, int from, JsonNode written, Accountant accountant) {
        if (from >= steps.length) {
            return written;
        }
        PathStep step = steps[from];
        if (value.isArray() && !Double.isNaN(step.index())) {
            return writeItem(value, from, written, accountant);
        }
        boolean last = from == steps.length - 1;
        if (!value.isObject() || (last && !Double.isNaN(step.index()))) {
            return value;
        }
        JsonNode old = step.from(value, accountant);
        if (old.isMissingNode() && !last) {
            return value;
        }
        String name = last ? step.name() : nameIn(value, step.name());
        accountant.makeProperties(value.size() + 1L);
        JsonNode changed = write(old, from + 1, written, accountant);
        return Values.object()
                .setAll((tools.jackson.databind.node.ObjectNode) value)
                .set(name, changed.isMissingNode() ? Values.nullNode() : changed);
    }

    private JsonNode writeItem(JsonNode list, int from, JsonNode written, Accountant accountant) {
        double index = steps[from].index();
        boolean append = index == list.size() && from == steps.length - 1;
        if (!append && (index < 0 || index >= list.size())) {
            return list;
        }
        accountant.makeItems(append ? list.size() + 1L : list.size());
        List<JsonNode> items = new ArrayList<>(list.values());
        JsonNode changed = write(steps[from].from(list, accountant), from + 1, written, accountant);
        if (append) {
            items.add(changed);
        } else {
            items.set((int) index, changed);
        }
        return Values.list(items);
    }

    private static String nameIn(JsonNode object, String name) {
        for (String property : object.propertyNames()) {
            if (Values.isSameName(property, name)) {
                return property;
            }
        }
        return name;
    }

    @Override
    public String toString() {
        return text;
    }
}
