package dev.linekeeper.template;

import dev.linekeeper.template.expression.Binding;
import dev.linekeeper.template.expression.Options;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
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
    private final Options options;

    private TemplateReader(Options options) {
        this.options = options;
    }

    static Node read(JsonNode template, Options options) {
        return new TemplateReader(options).read(template, Place.ROOT);
    }

    /** Where in the template, as a chain from the inside out. */
    private record Place(@Nullable Place outer, String step, int depth) {
        static final Place ROOT = new Place(null, "", 0);

        Place to(String name) {
            return new Place(this, name.replace("~", "~0").replace("/", "~1"), depth + 1);
        }

        String pointer() {
            return outer == null ? "" : outer.pointer() + "/" + step;
        }
    }

    private Node read(JsonNode template, Place place) {
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
                yield binding.<Node>map(bound -> new Node.Bound(bound, place.pointer()))
                        .orElseGet(() -> Node.Fixed.of(template));
            }
            default -> Node.Fixed.of(template);
        };
    }

    private Optional<Binding> binding(String text, Place place) {
        return placed(place, () -> Binding.in(text, options));
    }

    private Optional<Binding> conditional(JsonNode written, Place place) {
        return written.isString()
                ? placed(place, () -> Binding.conditionIn(written.stringValue(), options))
                : Optional.empty();
    }

    private static Optional<Binding> placed(Place place, Supplier<Optional<Binding>> read) {
        try {
            return read.get();
        } catch (TemplateException e) {
            throw e.at(place.pointer());
        }
    }

    private Node list(JsonNode template, Place place) {
        List<Node> items = new ArrayList<>();
        int index = 0;
        for (JsonNode item : template) {
            addItem(items, read(item, place.to(String.valueOf(index++))));
        }
        if (items.stream().allMatch(Node.Fixed.class::isInstance)) {
            return Node.Fixed.of(Values.list(
                    items.stream().map(item -> ((Node.Fixed) item).tree()).toList()));
        }
        return new Node.Items(List.copyOf(items));
    }

    /** Null is no item, and a list within a list becomes part of it. */
    private static void addItem(List<Node> items, Node item) {
        if (item instanceof Node.Items inner) {
            items.addAll(inner.items());
        } else if (item instanceof Node.Fixed fixed && fixed.tree().isArray()) {
            fixed.tree().forEach(inner -> items.add(Node.Fixed.of(inner)));
        } else if (!(item instanceof Node.Fixed fixed) || !fixed.tree().isNull()) {
            items.add(item);
        }
    }

    /** Reserved properties are read too, though they come to nothing: a binding in them may be one that cannot be read. */
    private Node object(JsonNode template, Place place) {
        List<Name> names = new ArrayList<>();
        List<Node> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : template.properties()) {
            Node value = read(property.getValue(), place.to(property.getKey()));
            if (!Reserved.contains(property.getKey())) {
                names.add(Name.of(property.getKey()));
                values.add(value);
            }
        }
        Node body = body(names, values);
        JsonNode data = template.path(Reserved.DATA);
        Condition when = when(template.get(Reserved.WHEN), place.to(Reserved.WHEN));
        return data.isMissingNode() && when == null
                ? body
                : new Element(data(data, place.to(Reserved.DATA)), when, body, place.pointer());
    }

    private static Node body(List<Name> names, List<Node> values) {
        if (!values.stream().allMatch(Node.Fixed.class::isInstance)) {
            return new Node.Properties(List.copyOf(names), List.copyOf(values));
        }
        ObjectNode object = Values.object();
        for (int index = 0; index < names.size(); index++) {
            object.set(names.get(index).text(), ((Node.Fixed) values.get(index)).tree());
        }
        return Node.Fixed.of(object);
    }

    /** What a binding leads to, or data written into the template: in these, nothing is a binding. */
    private Function<Frame, JsonNode> data(JsonNode written, Place place) {
        if (written.isString() && read(written, place) instanceof Node.Bound bound) {
            return bound::value;
        }
        JsonNode own = written.deepCopy();
        return frame -> own;
    }

    private @Nullable Condition when(@Nullable JsonNode written, Place place) {
        if (written == null) {
            return null;
        }
        Optional<Binding> binding = conditional(written, place);
        if (binding.isPresent()) {
            return Condition.Bound.of(binding.get(), place.pointer());
        }
        return Values.isTruthy(written) ? Condition.Never.of(Text.of(written)) : null;
    }
}
