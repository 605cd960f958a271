package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.CallSyntax;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The forms that find values by name and place, and the one that writes them. */
final class PathTerms {
    private PathTerms() {}

    /** A path known beforehand; where it leads nowhere, undefined or what is shown. */
    record FixedPath(PropertyPath path, boolean shown) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            JsonNode value = evaluation.find(path);
            return value.isMissingNode() && shown ? evaluation.unanswered(path, path.unanswered()) : value;
        }
    }

    /** A path with computed places in it, from the memory or from a value. */
    record ComputedPath(PathSteps steps, boolean shown) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            evaluation.spend();
            PropertyPath path = PropertyPath.of(steps.text(evaluation), evaluation.accountant());
            JsonNode value = steps.start() == null
                    ? evaluation.find(path)
                    : path.from(steps.start().value(evaluation), evaluation.accountant());
            return value.isMissingNode() && shown ? evaluation.unanswered(path, path.unanswered()) : value;
        }
    }

    /** {@code instance[place]}: an integer is a place in a list, a text the name of a property. */
    record ElementTerm(CallSyntax call, Term instance, Term place, boolean shown) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            JsonNode value = element(evaluation);
            return value.isMissingNode() && shown ? evaluation.unanswered(call, value) : value;
        }

        private JsonNode element(Evaluation evaluation) {
            evaluation.spend();
            JsonNode list;
            JsonNode at;
            try {
                list = instance.value(evaluation);
                at = place.value(evaluation);
            } catch (Failure failure) {
                throw failure.asFatal();
            }
            if (JsNumbers.isInteger(at)) {
                return item(list, JsNumbers.toDouble(at));
            }
            if (at.isString()) {
                return Values.isTruthy(list)
                        ? Values.property(list, at.stringValue(), evaluation.accountant())
                        : Values.UNDEFINED;
            }
            throw Failure.of("%s is neither a place nor a name.", at);
        }

        private static JsonNode item(JsonNode list, double place) {
            if (Values.isNothing(list)) {
                return Values.UNDEFINED;
            }
            if (!list.isArray()) {
                throw Failure.of("%s is not a list.", list);
            }
            if (place < 0 || place >= list.size()) {
                throw Failure.of("%s is out of range.", JsNumbers.toText(place));
            }
            return list.get((int) place);
        }
    }

    /** {@code getProperty(path)} and {@code getProperty(instance, path)}; the path is a value, but nothing else than a path. */
    record GetPropertyTerm(List<Term> arguments, boolean shown) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            evaluation.spend();
            JsonNode first = arguments.get(0).value(evaluation);
            if (arguments.size() == 1 && !first.isString()) {
                throw Failure.of("%s is not a path.", first);
            }
            JsonNode named = arguments.size() == 1 ? first : arguments.get(1).value(evaluation);
            if (Values.isNothing(named)) {
                throw Failure.fatal("null is not a path.");
            }
            Accountant accountant = evaluation.accountant();
            PropertyPath path = PropertyPath.of(Text.of(named, accountant), accountant);
            JsonNode value = arguments.size() == 1 ? evaluation.find(path) : path.from(first, accountant);
            return value.isMissingNode() && shown ? evaluation.unanswered(path, path.unanswered()) : value;
        }
    }

    /** {@code setPathToValue(path, value)}: from here on the path leads to the value. */
    record SetPathTerm(PathSteps steps, Term value) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            evaluation.spend();
            if (steps.start() != null) {
                throw Failure.of("This is not a path to set a value at.");
            }
            PropertyPath path = PropertyPath.of(steps.text(evaluation), evaluation.accountant());
            JsonNode written = value.value(evaluation);
            if (evaluation.isInLambda()) {
                throw Failure.fatal("A value cannot be set for an item.");
            }
            evaluation.write(path, written);
            return written;
        }
    }
}
