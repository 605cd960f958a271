package dev.linekeeper.template.expression;

import tools.jackson.databind.JsonNode;

/** An expression ready to be evaluated, again and again and by many threads at once. */
@FunctionalInterface
interface Term {
    /**
     * The value.
     *
     * @throws dev.linekeeper.template.value.Failure if there is none
     */
    JsonNode value(Evaluation evaluation);

    /** A value known beforehand. */
    record ConstantTerm(JsonNode known) implements Term {
        @Override
        public JsonNode value(Evaluation evaluation) {
            return known;
        }
    }
}
