package dev.linekeeper.template;

import dev.linekeeper.template.expression.Binding;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A part of a compiled template. Where it stands decides what becomes of nothing: see each method. */
sealed interface Node permits Node.Fixed, Node.Bound, Node.Items, Node.Properties, Element {
    /** Writes one value; what is dropped or undefined is written as null. */
    void writeValue(Frame frame);

    /** Writes a property; one that is undefined is left out, one that is dropped is null. */
    default void writeProperty(Name name, Frame frame) {
        frame.sink().name(name);
        writeValue(frame);
    }

    /** Writes any number of items: none for what is dropped or null, those of a list for a list. */
    default void writeItems(Frame frame) {
        writeValue(frame);
    }

    /** A part that is always the same. As an item it is neither null nor a list: the reader takes care of these. */
    final class Fixed implements Node {
        private final JsonNode tree;
        private volatile byte @Nullable [] json;

        private Fixed(JsonNode tree) {
            this.tree = tree;
        }

        static Fixed of(JsonNode tree) {
            return new Fixed(tree);
        }

        /** The part as a tree, not to be changed. */
        JsonNode tree() {
            return tree;
        }

        /** The part as JSON in UTF-8, not to be changed; written when it is first needed. */
        byte[] json() {
            byte[] known = json;
            if (known == null) {
                Utf8Sink sink = new Utf8Sink(64);
                sink.value(tree);
                known = sink.result();
                json = known;
            }
            return known;
        }

        @Override
        public void writeValue(Frame frame) {
            frame.sink().fixed(this);
        }
    }

    /** A text with bindings; the pointer tells where it stands. */
    record Bound(Binding binding, String pointer) implements Node {
        JsonNode value(Frame frame) {
            try {
                return binding.value(frame.evaluation());
            } catch (Failure failure) {
                throw new TemplateException(String.valueOf(failure.getMessage()), 0).at(pointer);
            }
        }

        @Override
        public void writeValue(Frame frame) {
            frame.sink().value(value(frame));
        }

        @Override
        public void writeProperty(Name name, Frame frame) {
            JsonNode value = value(frame);
            if (!value.isMissingNode()) {
                frame.sink().name(name);
                frame.sink().value(value);
            }
        }

        @Override
        public void writeItems(Frame frame) {
            JsonNode value = value(frame);
            if (value.isArray()) {
                value.forEach(frame.sink()::value);
            } else if (!value.isNull()) {
                frame.sink().value(value.isMissingNode() ? Values.nullNode() : value);
            }
        }
    }

    /** A list. Lists within it have been merged into it, as the language does. */
    record Items(List<Node> items) implements Node {
        @Override
        public void writeValue(Frame frame) {
            frame.sink().beginArray();
            writeItems(frame);
            frame.sink().endArray();
        }

        @Override
        public void writeItems(Frame frame) {
            for (Node item : items) {
                item.writeItems(frame);
            }
        }
    }

    /** An object that is always there, once. */
    record Properties(List<Name> names, List<Node> values) implements Node {
        @Override
        public void writeValue(Frame frame) {
            frame.sink().beginObject();
            for (int index = 0; index < names.size(); index++) {
                values.get(index).writeProperty(names.get(index), frame);
            }
            frame.sink().endObject();
        }
    }
}
