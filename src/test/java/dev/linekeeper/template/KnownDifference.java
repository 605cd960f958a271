package dev.linekeeper.template;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Where ours and the official engine differ on purpose. Each is a row of the table in {@code src/docs/templating.md}, and
 * waives nothing but that.
 */
enum KnownDifference {
    /** A big integer is an object with one property there, which lambdas and lookups can reach. */
    BIG_INTEGERS {
        private static final Pattern REACHED = Pattern.compile(
                ".*(foreach|select|where|any|all|setProperty|addProperty|removeProperty|merge|contains|indicesAndValues)\\(.*ticks\\('.*");

        @Override
        boolean explains(JsonNode question, JsonNode official, JsonNode ours) {
            return REACHED.matcher(text(question)).matches();
        }
    },
    /** Broken XML is repaired there as well as may be; to us it is an error. */
    BROKEN_XML {
        @Override
        boolean explains(JsonNode question, JsonNode official, JsonNode ours) {
            return ours.path("error").asString("").contains("The text is not valid XML.");
        }
    },
    /** An {@code ||} whose last condition failed is undefined; there it is what a few functions begin with. */
    LAST_CONDITION {
        private static final Pattern BEGUN = Pattern.compile(".*(\\|\\| |\\bor\\(.*, )" + WITH_VALUES + "\\(.*");

        @Override
        boolean explains(JsonNode question, JsonNode official, JsonNode ours) {
            return BEGUN.matcher(text(question)).matches();
        }
    },
    /** The engines' mathematics libraries do not agree on the last digits of a power. */
    POWERS {
        @Override
        boolean explains(JsonNode question, JsonNode official, JsonNode ours) {
            return (text(question).contains("^") || text(question).contains("exp(")) && areClose(official, ours);
        }
    },
    /** A condition that failed always warns; there it does not if the function has a value all the same. */
    WARNINGS {
        private static final Pattern VALUED =
                Pattern.compile("WARN: Unable to parse the Adaptive Expression " + WITH_VALUES + "\\(.*");

        @Override
        boolean explains(JsonNode question, JsonNode official, JsonNode ours) {
            if (!official.has("output") || !official.get("output").equals(ours.path("output"))) {
                return false;
            }
            List<String> more = ours.get("warnings")
                    .valueStream()
                    .map(JsonNode::stringValue)
                    .filter(warning -> !VALUED.matcher(warning).matches())
                    .toList();
            List<String> fewer = official.get("warnings")
                    .valueStream()
                    .map(JsonNode::stringValue)
                    .filter(warning -> !VALUED.matcher(warning).matches())
                    .toList();
            return more.equals(fewer);
        }
    },
    /** V8 reads dates that nobody writes: very long ones, years with a sign. */
    GUESSED_DATES {
        @Override
        boolean explains(JsonNode question, JsonNode official, JsonNode ours) {
            return !official.has("error") && ours.path("error").asString("").contains("is not a date and time.");
        }
    },
    /** The timex of now resolves to the text {@code "undefined "} there. */
    PRESENT {
        @Override
        boolean explains(JsonNode question, JsonNode official, JsonNode ours) {
            return text(question).contains("resolve('PRESENT_REF')");
        }
    },
    /** Functions change the data handed in there, so that an object may come to hold itself; ours return a changed copy. */
    CIRCLES {
        @Override
        boolean explains(JsonNode question, JsonNode official, JsonNode ours) {
            return official.path("error").asString("").contains("circular structure");
        }
    },
    /** Lists have no undefined items: what is undefined becomes null when it is put into one. */
    UNDEFINED_ITEMS {
        private static final Pattern TAKEN_OUT = Pattern.compile(
                ".*(foreach|select|createArray|\\[).*(first|last|\\]).*|.*(first|last)\\((foreach|select|createArray|\\[).*");

        @Override
        boolean explains(JsonNode question, JsonNode official, JsonNode ours) {
            return official.has("undefined")
                    && ours.path("value").isNull()
                    && TAKEN_OUT.matcher(text(question)).matches();
        }
    };

    /** Functions that have a value there although they failed. */
    private static final String WITH_VALUES = "(all|range|indexOf|lastIndexOf|getNextViable\\w+|getPreviousViable\\w+)";

    /** Whether this difference is why the outcomes are not the same. */
    abstract boolean explains(JsonNode question, JsonNode official, JsonNode ours);

    private static String text(JsonNode question) {
        return question.has("expression")
                ? question.get("expression").stringValue()
                : question.get("template").toString();
    }

    /** Whether the values are the same but for the last digits of their numbers, or of numbers in their texts. */
    private static boolean areClose(JsonNode official, JsonNode ours) {
        if (official.isNumber() && ours.isNumber()) {
            return areClose(official.doubleValue(), ours.doubleValue());
        }
        if (official.isString() && ours.isString()) {
            return areClose(official.stringValue(), ours.stringValue());
        }
        if (!official.isContainer() || official.getNodeType() != ours.getNodeType() || official.size() != ours.size()) {
            return official.equals(ours);
        }
        if (official.isArray()) {
            for (int index = 0; index < official.size(); index++) {
                if (!areClose(official.get(index), ours.get(index))) {
                    return false;
                }
            }
            return true;
        }
        for (Map.Entry<String, JsonNode> property : official.properties()) {
            if (!ours.has(property.getKey()) || !areClose(property.getValue(), ours.get(property.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areClose(String official, String ours) {
        Pattern number = Pattern.compile("\\d+(\\.\\d+)?(e[+-]\\d+)?");
        Matcher left = number.matcher(official);
        Matcher right = number.matcher(ours);
        while (left.find()) {
            if (!right.find() || !areClose(Double.parseDouble(left.group()), Double.parseDouble(right.group()))) {
                return false;
            }
        }
        return !right.find()
                && number.matcher(official)
                        .replaceAll("#")
                        .equals(number.matcher(ours).replaceAll("#"));
    }

    private static boolean areClose(double official, double ours) {
        return Math.abs(official - ours) <= 4 * Math.ulp(official);
    }
}
