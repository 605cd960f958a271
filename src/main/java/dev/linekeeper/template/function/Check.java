package dev.linekeeper.template.function;

import dev.linekeeper.template.value.Numbers;
import dev.linekeeper.template.value.Values;
import tools.jackson.databind.JsonNode;

/** What each evaluated argument of a function must be. */
public enum Check {
    ANYTHING("anything") {
        @Override
        public boolean accepts(JsonNode value) {
            return true;
        }
    },
    NUMBER("a number") {
        @Override
        public boolean accepts(JsonNode value) {
            return Numbers.isNumber(value);
        }
    },
    INTEGER("an integer") {
        @Override
        public boolean accepts(JsonNode value) {
            return Numbers.isInteger(value);
        }
    },
    STRING("a string") {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isString();
        }
    },
    STRING_OR_UNDEFINED("a string, or undefined") {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isString() || value.isMissingNode();
        }
    },
    NUMBER_STRING_OR_UNDEFINED("a number or a string, or undefined") {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isString() || value.isMissingNode() || Numbers.isNumber(value);
        }
    },
    NUMBERS("a number or a list of numbers") {
        @Override
        public boolean accepts(JsonNode value) {
            return Numbers.isNumber(value) || NUMBER_LIST.accepts(value);
        }
    },
    NUMBER_LIST("a list of numbers") {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isArray() && value.valueStream().allMatch(Numbers::isNumber);
        }
    },
    LIST("a list") {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isArray();
        }
    },
    CONTAINER("a string, list or object") {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isString() || value.isContainer() || value.isNull() || value.isBinary();
        }
    },
    CONTAINER_OR_NOTHING("a string, list, object or null") {
        @Override
        public boolean accepts(JsonNode value) {
            return CONTAINER.accepts(value) || value.isMissingNode() || value.isPojo();
        }
    },
    SOMETHING("anything but null") {
        @Override
        public boolean accepts(JsonNode value) {
            return !Values.isNothing(value);
        }
    };

    private final String wanted;

    Check(String wanted) {
        this.wanted = wanted;
    }

    /** Whether the value may be an argument. */
    public abstract boolean accepts(JsonNode value);

    /** What an argument must be, as it reads after "is not". */
    public String wanted() {
        return wanted;
    }
}
