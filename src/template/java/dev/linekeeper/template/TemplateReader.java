package dev.linekeeper.template;

import dev.linekeeper.template.expression.Binding;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.expression.TemplateOptions;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.JsonOutput;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compiles the tree of a template: what never changes is put together and written once. */
final class TemplateReader {
    private final TemplateOptions options;
    private final Accountant accountant;

    private TemplateReader(TemplateOptions options) {
        this.options = options;
        this.accountant = options.compiling();
    }

    static TemplateNode read(JsonNode template, TemplateOptions options) {
        return new TemplateReader(options).read(template, TemplatePlace.ROOT);
    }

    /** Where in the template, as a chain from the inside out. */
    private record TemplatePlace(@Nullable TemplatePlace outer, String step, int depth) {
        static final TemplatePlace ROOT = new TemplatePlace(null, "", 0);

        TemplatePlace to(String name) {
            return new TemplatePlace(this, name.replace("~", "~0").replace("/", "~1"), depth + 1);
        }

        String pointer() {
            return outer == null ? "" : outer.pointer() + "/" + step;
        }
    }

    private TemplateNode read(JsonNode template, TemplatePlace place) {
        if (place.depth() > options.limits().maxNesting()) {
            String problem = "The template is nested more than %d levels deep"
                    .formatted(options.limits().maxNesting());
            throw new TemplateException(problem, 0).at(place.pointer());
        }
        return switch (template.getNodeType()) {
            case OBJECT -> object(template, place);
            case ARRAY -> list(template, place);
            case STRING -> {
                Optional<Binding> binding = binding(template.stringValue(), place);
                yield binding.<TemplateNode>map(bound -> new TemplateNode.BoundNode(bound, place.pointer()))
                        .orElseGet(() -> TemplateNode.FixedNode.of(template));
            }
            default -> TemplateNode.FixedNode.of(template);
        };
    }

    private Optional<Binding> binding(String text, TemplatePlace place) {
        return placed(place, () -> Binding.in(text, options, accountant));
    }

    private Optional<Binding> conditional(JsonNode written, TemplatePlace place) {
        return written.isString()
                ? placed(place, () -> Binding.conditionIn(written.stringValue(), options, accountant))
                : Optional.empty();
    }

    private static Optional<Binding> placed(TemplatePlace place, Supplier<Optional<Binding>> read) {
        try {
            return read.get();
        } catch (TemplateException e) {
            throw e.at(place.pointer());
        }
    }

    private TemplateNode list(JsonNode template, TemplatePlace place) {
        List<TemplateNode> items = new ArrayList<>();
        int index = 0;
        for (JsonNode item : template) {
            addItem(items, read(item, place.to(String.valueOf(index++))));
        }
        List<JsonNode> fixed = new ArrayList<>(items.size());
        for (TemplateNode item : items) {
            if (!(item instanceof TemplateNode.FixedNode node)) {
                return new TemplateNode.ItemsNode(List.copyOf(items));
            }
            fixed.add(node.tree());
        }
        return TemplateNode.FixedNode.of(Values.list(fixed));
    }

    /** Null is no item, and a list within a list becomes part of it. */
    private static void addItem(List<TemplateNode> items, TemplateNode item) {
        if (item instanceof TemplateNode.ItemsNode inner) {
            items.addAll(inner.items());
        } else if (item instanceof TemplateNode.FixedNode fixed && fixed.tree().isArray()) {
            for (JsonNode inner : fixed.tree()) {
                items.add(TemplateNode.FixedNode.of(inner));
            }
        } else if (!(item instanceof TemplateNode.FixedNode fixed)
                || !fixed.tree().isNull()) {
            items.add(item);
        }
    }

    /** Reserved properties are read too, though they come to nothing: a binding in them may be one that cannot be read. */
    private TemplateNode object(JsonNode template, TemplatePlace place) {
        Map<String, TemplateNode> properties = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : template.properties()) {
            TemplateNode value = read(property.getValue(), place.to(property.getKey()));
            if (!ReservedNames.contains(property.getKey())) {
                properties.put(property.getKey(), value);
            }
        }
        TemplateNode body = body(properties);
        JsonNode data = template.path(ReservedNames.DATA);
        Condition when = when(template.get(ReservedNames.WHEN), place.to(ReservedNames.WHEN));
        return data.isMissingNode() && when == null
                ? body
                : new DynamicElement(data(data, place.to(ReservedNames.DATA)), when, body, place.pointer());
    }

    private static TemplateNode body(Map<String, TemplateNode> properties) {
        ObjectNode object = Values.object();
        for (Map.Entry<String, TemplateNode> property : properties.entrySet()) {
            if (!(property.getValue() instanceof TemplateNode.FixedNode fixed)) {
                return bound(properties);
            }
            object.set(property.getKey(), fixed.tree());
        }
        return TemplateNode.FixedNode.of(object);
    }

    private static TemplateNode bound(Map<String, TemplateNode> properties) {
        List<byte[]> names = new ArrayList<>(properties.size());
        for (String name : properties.keySet()) {
            names.add(JsonOutput.name(name));
        }
        return new TemplateNode.PropertiesNode(names, List.copyOf(properties.values()));
    }

    /** What a binding leads to, or data written into the template: in these, nothing is a binding. */
    private Function<ExpansionFrame, JsonNode> data(JsonNode written, TemplatePlace place) {
        if (written.isString() && read(written, place) instanceof TemplateNode.BoundNode bound) {
            return bound::value;
        }
        JsonNode own = written.deepCopy();
        return frame -> own;
    }

    private @Nullable Condition when(@Nullable JsonNode written, TemplatePlace place) {
        if (written == null) {
            return null;
        }
        Optional<Binding> binding = conditional(written, place);
        if (binding.isPresent()) {
            return Condition.BoundCondition.of(binding.get(), place.pointer());
        }
        return Values.isTruthy(written) ? Condition.NeverCondition.of(Text.of(written, Accountant.unlimited())) : null;
    }
}
