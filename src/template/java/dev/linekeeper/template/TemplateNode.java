package dev.linekeeper.template;

import dev.linekeeper.template.expression.Binding;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsonOutput;
import dev.linekeeper.template.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A part of a compiled template. Where it stands decides what becomes of nothing: see each method. */
sealed interface TemplateNode
        permits TemplateNode.FixedNode,
                TemplateNode.BoundNode,
                TemplateNode.ItemsNode,
                TemplateNode.PropertiesNode,
                DynamicElement {
    /** Writes one value; what is dropped or undefined is written as null. */
    void writeValue(ExpansionFrame frame);

    /** Writes a property, named as by {@link JsonOutput#name}; undefined is left out, what is dropped is null. */
    default void writeProperty(byte[] name, ExpansionFrame frame) {
        frame.output().written(name);
        writeValue(frame);
    }

    /** Writes any number of items: none for what is dropped or null, those of a list for a list. */
    default void writeItems(ExpansionFrame frame) {
        writeValue(frame);
    }

    /** A part that is always the same. As an item it is neither null nor a list: the reader takes care of these. */
    final class FixedNode implements TemplateNode {
        private final JsonNode tree;
        private volatile byte @Nullable [] json;

        private FixedNode(JsonNode tree) {
            this.tree = tree;
        }

        static FixedNode of(JsonNode tree) {
            return new FixedNode(tree);
        }

        /** The part as a tree, not to be changed. */
        JsonNode tree() {
            return tree;
        }

        /** The part as JSON in UTF-8, not to be changed; written when it is first needed. */
        byte[] json() {
            byte[] known = json;
            if (known == null) {
                known = JsonOutput.json(tree, Accountant.unlimited());
                json = known;
            }
            return known;
        }

        @Override
        public void writeValue(ExpansionFrame frame) {
            frame.output().written(json());
        }
    }

    /** A text with bindings; the pointer tells where it stands. */
    record BoundNode(Binding binding, String pointer) implements TemplateNode {
        /** The value, which is held until the mark is released. */
        JsonNode value(ExpansionFrame frame) {
            try {
                frame.at(pointer);
                return binding.value(frame.evaluation());
            } catch (Failure failure) {
                throw new TemplateException(String.valueOf(failure.getMessage()), 0).at(pointer);
            }
        }

        @Override
        public void writeValue(ExpansionFrame frame) {
            long mark = frame.evaluation().accountant().held();
            frame.output().value(value(frame));
            frame.evaluation().accountant().release(mark);
        }

        @Override
        public void writeProperty(byte[] name, ExpansionFrame frame) {
            long mark = frame.evaluation().accountant().held();
            JsonNode value = value(frame);
            if (!value.isMissingNode()) {
                frame.output().written(name);
                frame.output().value(value);
            }
            frame.evaluation().accountant().release(mark);
        }

        @Override
        public void writeItems(ExpansionFrame frame) {
            long mark = frame.evaluation().accountant().held();
            JsonNode value = value(frame);
            if (value.isArray()) {
                frame.evaluation().accountant().read(value);
                value.forEach(frame.output()::value);
            } else if (!value.isNull()) {
                frame.output().value(value.isMissingNode() ? Values.nullNode() : value);
            }
            frame.evaluation().accountant().release(mark);
        }
    }

    /** A list. Lists within it have been merged into it, as the language does. */
    record ItemsNode(List<TemplateNode> items) implements TemplateNode {
        @Override
        public void writeValue(ExpansionFrame frame) {
            frame.output().beginArray();
            writeItems(frame);
            frame.output().endArray();
        }

        @Override
        public void writeItems(ExpansionFrame frame) {
            frame.evaluation().accountant().spend(items.size() >> 3);
            for (TemplateNode item : items) {
                item.writeItems(frame);
            }
        }
    }

    /** An object that is always there, once. */
    record PropertiesNode(List<byte[]> names, List<TemplateNode> values) implements TemplateNode {
        @Override
        public void writeValue(ExpansionFrame frame) {
            frame.evaluation().accountant().spend(names.size() >> 3);
            frame.output().beginObject();
            for (int index = 0; index < names.size(); index++) {
                values.get(index).writeProperty(names.get(index), frame);
            }
            frame.output().endObject();
        }
    }
}
