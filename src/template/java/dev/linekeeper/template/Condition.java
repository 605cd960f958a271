package dev.linekeeper.template;

import dev.linekeeper.template.expression.Binding;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Values;
import tools.jackson.databind.JsonNode;

/** The {@code $when} of an element. */
sealed interface Condition {
    /** Whether the element is there; notes a warning where the official engine does. */
    boolean holds(Frame frame);

    /** A binding: it holds if it is true, and nothing else. */
    record Bound(Binding binding, String warning, String pointer) implements Condition {
        static Bound of(Binding binding, String pointer) {
            String warning = "WARN: Unable to parse the Adaptive Expression " + binding
                    + ". The $when condition has been set to false by default.";
            return new Bound(binding, warning, pointer);
        }

        @Override
        public boolean holds(Frame frame) {
            JsonNode value = value(frame);
            if (!Values.isTruthy(value)) {
                frame.warn(warning);
            }
            return value.isBoolean() && value.booleanValue();
        }

        private JsonNode value(Frame frame) {
            try {
                return binding.value(frame.evaluation());
            } catch (Failure failure) {
                if (failure.isRecoverable()) {
                    return Values.UNDEFINED;
                }
                throw new TemplateException(String.valueOf(failure.getMessage()), 0).at(pointer);
            }
        }
    }

    /** Something else than a binding: it never holds. */
    record Never(String warning) implements Condition {
        static Never of(String written) {
            return new Never(
                    "WARN: %s is not an Adaptive Expression. The $when condition has been set to false by default."
                            .formatted(written));
        }

        @Override
        public boolean holds(Frame frame) {
            frame.warn(warning);
            return false;
        }
    }
}
