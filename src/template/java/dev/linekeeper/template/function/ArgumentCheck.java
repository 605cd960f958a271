package dev.linekeeper.template.function;

import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Values;
import tools.jackson.databind.JsonNode;

/** What each evaluated argument of a function must be. */
public enum ArgumentCheck {
    ANYTHING("anything"),
    NUMBER("a number"),
    INTEGER("an integer"),
    STRING("a string"),
    STRING_OR_UNDEFINED("a string, or undefined"),
    NUMBER_STRING_OR_UNDEFINED("a number or a string, or undefined"),
    NUMBERS("a number or a list of numbers"),
    NUMBER_LIST("a list of numbers"),
    LIST("a list"),
    CONTAINER("a string, list or object"),
    CONTAINER_OR_NOTHING("a string, list, object or null"),
    SOMETHING("anything but null");

    private final String wanted;

    ArgumentCheck(String wanted) {
        this.wanted = wanted;
    }

    /** Whether the value may be an argument. */
    public boolean accepts(JsonNode value) {
        return switch (this) {
            case ANYTHING -> true;
            case NUMBER -> JsNumbers.isNumber(value);
            case INTEGER -> JsNumbers.isInteger(value);
            case STRING -> value.isString();
            case STRING_OR_UNDEFINED -> value.isString() || value.isMissingNode();
            case NUMBER_STRING_OR_UNDEFINED -> STRING_OR_UNDEFINED.accepts(value) || JsNumbers.isNumber(value);
            case NUMBERS -> JsNumbers.isNumber(value) || NUMBER_LIST.accepts(value);
            case NUMBER_LIST -> value.isArray() && value.valueStream().allMatch(JsNumbers::isNumber);
            case LIST -> value.isArray();
            case CONTAINER -> value.isString() || value.isContainer() || value.isNull() || value.isBinary();
            case CONTAINER_OR_NOTHING -> CONTAINER.accepts(value) || value.isMissingNode() || value.isPojo();
            case SOMETHING -> !Values.isNothing(value);
        };
    }

    /** What an argument must be, as it reads after "is not". */
    public String wanted() {
        return wanted;
    }
}
