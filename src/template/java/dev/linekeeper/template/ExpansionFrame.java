package dev.linekeeper.template;

import dev.linekeeper.template.expression.Evaluation;
import dev.linekeeper.template.expression.Memory;
import dev.linekeeper.template.expression.PropertyPath;
import dev.linekeeper.template.expression.TemplateLimits;
import dev.linekeeper.template.expression.TemplateOptions;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.JsonOutput;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One expansion under way: where it writes, and what the names of the template language lead to at this place. */
final class ExpansionFrame implements Memory {
    private static final JsonNode VERSION =
            Values.object().put("major", 2).put("minor", 3).put("patch", 1).set("suffix", Text.EMPTY);

    private final TemplateLimits limits;
    private final Evaluation evaluation;
    private final JsonOutput output;
    private final List<String> warnings = new ArrayList<>();
    private Set<String> unbound = Set.of(); // most expansions have none
    private String place = "";
    private JsonNode root;
    private final JsonNode host;
    private JsonNode data;
    private JsonNode index = Values.UNDEFINED;

    ExpansionFrame(TemplateOptions options, JsonNode data, JsonNode host, int expected) {
        this.limits = options.limits();
        this.evaluation = new Evaluation(options, this);
        this.output = new JsonOutput(limits.maxOutput(), expected, limits.maxNesting(), evaluation.accountant());
        this.root = data;
        this.host = host;
        this.data = data;
    }

    JsonOutput output() {
        return output;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    TemplateLimits limits() {
        return limits;
    }

    void warn(String warning) {
        evaluation.accountant().spend(1);
        evaluation.accountant().hold(Long.BYTES);
        warnings.add(warning);
    }

    List<String> warnings() {
        return warnings;
    }

    /** Whatever is evaluated from now on stands there in the template. */
    void at(String pointer) {
        place = pointer;
    }

    @Override
    public void noteUnbound(String path) {
        String warning = "WARN: Nothing is bound to ${%s} (at %s).".formatted(path, place);
        if (unbound.isEmpty()) {
            unbound = new HashSet<>();
        }
        if (unbound.add(warning)) {
            warn(warning);
        }
    }

    JsonNode data() {
        return data;
    }

    JsonNode index() {
        return index;
    }

    /** Moves on to an item of a repeated element. */
    void enter(JsonNode item, int place) {
        index = JsNumbers.of(place);
        enter(item);
    }

    /** Moves into the data an element is bound to; undefined data are no data to move into. */
    void enter(JsonNode inner) {
        if (!inner.isMissingNode()) {
            data = inner;
        }
    }

    /** Goes back to where an element began. */
    void restore(JsonNode outer, JsonNode outerIndex) {
        data = outer;
        index = outerIndex;
    }

    @Override
    public JsonNode find(PropertyPath path, Accountant accountant) {
        return path.isRooted() ? path.beyondFirst(named(path.first()), accountant) : path.from(data, accountant);
    }

    private JsonNode named(String name) {
        return switch (name) {
            case "$data" -> data;
            case "$root" -> root;
            case "$index" -> index;
            case "$host" -> host;
            case "$_acTemplateVersion" -> VERSION;
            default -> {
                String known = ReservedNames.spelling(name);
                yield known.equals(name) ? Values.UNDEFINED : named(known);
            }
        };
    }

    /** Only data can be written to; and they are written to here alone, never where they came from. */
    @Override
    public void write(PropertyPath path, JsonNode value, Accountant accountant) {
        switch (ReservedNames.spelling(path.first())) {
            case "$data" -> data = path.writeBeyondFirst(data, value, accountant);
            case "$root" -> root = path.writeBeyondFirst(root, value, accountant);
            default -> { // What else is written is lost, as it is in the official engine.
            }
        }
    }
}
