package dev.linekeeper.template.function;

import tools.jackson.databind.JsonNode;

/** What a function does with its evaluated arguments. */
@FunctionalInterface
public interface FunctionBody {
    /**
     * Computes the value.
     *
     * @param arguments the arguments, already counted and checked; not to be kept or changed
     * @throws dev.linekeeper.template.value.Failure if there is no value for them
     */
    JsonNode apply(JsonNode[] arguments, Environment environment);
}
