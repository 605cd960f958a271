package dev.linekeeper.template.expression;

import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Values;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The forms that decide which of their arguments to evaluate. A failed condition counts as false. */
final class LogicTerms {
    private LogicTerms() {}

    /** True if all are. */
    record AndTerm(List<Term> conditions) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            evaluation.spend();
            for (Term condition : conditions) {
                if (!isTrue(condition, evaluation)) {
                    return Values.of(false);
                }
            }
            return Values.of(true);
        }
    }

    /**
     * True if one is; otherwise the value of the last, which may be null.
     *
     * @param presumed the value of the last if it fails
     */
    record OrTerm(List<Term> conditions, JsonNode presumed) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            evaluation.spend();
            JsonNode last = Values.of(false);
            for (Term condition : conditions) {
                last = orPresumed(condition, presumed, evaluation);
                if (Values.isTrue(last)) {
                    return Values.of(true);
                }
            }
            return last;
        }
    }

    /** True if the condition is not. */
    record NotTerm(Term condition) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            evaluation.spend();
            return Values.of(!isTrue(condition, evaluation));
        }
    }

    /** One value or another. */
    record IfTerm(Term condition, Term yes, Term no) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            evaluation.spend();
            return isTrue(condition, evaluation) ? yes.value(evaluation) : no.value(evaluation);
        }
    }

    private static boolean isTrue(Term condition, Evaluation evaluation) {
        return Values.isTrue(orPresumed(condition, Values.UNDEFINED, evaluation));
    }

    private static JsonNode orPresumed(Term condition, JsonNode presumed, Evaluation evaluation) {
        try {
            return condition.value(evaluation);
        } catch (Failure failure) {
            if (failure.isRecoverable()) {
                return presumed;
            }
            throw failure;
        }
    }
}
