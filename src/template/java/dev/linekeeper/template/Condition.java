package dev.linekeeper.template;

import dev.linekeeper.template.expression.Binding;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Values;
import tools.jackson.databind.JsonNode;

/** The {@code $when} of an element. */
sealed interface Condition {
    /** Whether the element is there; notes a warning where the official engine does. */
    boolean holds(ExpansionFrame frame);

    /** A binding: it holds if it is true, and nothing else. */
    record BoundCondition(Binding binding, String warning, String pointer) implements Condition {
        static BoundCondition of(Binding binding, String pointer) {
            String warning = "WARN: Unable to parse the Adaptive Expression " + binding
                    + ". The $when condition has been set to false by default.";
            return new BoundCondition(binding, warning, pointer);
        }

        @Override
        public boolean holds(ExpansionFrame frame) {
            JsonNode value = value(frame);
            if (!Values.isTruthy(value)) {
                frame.warn(warning);
            }
            return value.isBoolean() && value.booleanValue();
        }

        private JsonNode value(ExpansionFrame frame) {
            Accountant accountant = frame.evaluation().accountant();
            long mark = accountant.held();
            try {
                JsonNode value = binding.value(frame.evaluation());
                accountant.release(mark);
                return value;
            } catch (Failure failure) {
                if (failure.isRecoverable()) {
                    return Values.UNDEFINED;
                }
                throw new TemplateException(String.valueOf(failure.getMessage()), 0).at(pointer);
            }
        }
    }

    /** Something else than a binding: it never holds. */
    record NeverCondition(String warning) implements Condition {
        static NeverCondition of(String written) {
            return new NeverCondition(
                    "WARN: %s is not an Adaptive Expression. The $when condition has been set to false by default."
                            .formatted(written));
        }

        @Override
        public boolean holds(ExpansionFrame frame) {
            frame.warn(warning);
            return false;
        }
    }
}
