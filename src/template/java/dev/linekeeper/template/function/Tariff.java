package dev.linekeeper.template.function;

import dev.linekeeper.template.value.Accountant;
import tools.jackson.databind.JsonNode;

/**
 * What a call of a function costs: the one place where each of them is rated. What depends on more than the size of a value
 * (the length of a text that is joined, items compared one by one) is charged on the way, by whoever walks through it.
 *
 * @param steps for the call as such: 1 for what takes a fraction of a microsecond
 * @param reads whether it looks at every character or every place of its arguments
 * @param makes whether its result is new, and not an argument or a part of one
 * @param bytesEach what an item of a list it makes takes, besides its place in the list
 */
public record Tariff(int steps, boolean reads, boolean makes, int bytesEach) {
    private static final Tariff LOOKING = new Tariff(1, false, false, 0);
    private static final Tariff READING = new Tariff(1, true, false, 0);
    private static final Tariff MAKING = new Tariff(1, false, true, 0);

    /** The rate of the function of that proper name; one an application has added is charged for its result. */
    static Tariff of(String name) {
        return switch (name) {
            case "length", "count", "first", "last", "exists", "empty", "coalesce", "EOL", "rand", "range" -> LOOKING;
            case "-", "*", "/", "%", "abs", "ceiling", "floor", "sqrt", "round" -> LOOKING;
            case "isString", "isBoolean", "isArray", "isObject", "isInteger", "isFloat" -> LOOKING;
            case "==", "!=", "+", "concat", "contains", "indexOf", "lastIndexOf", "join", "union", "unique" -> LOOKING;
            case "intersection", "sortBy", "sortByDescending", "flatten", "merge", "jsonStringify" -> LOOKING;
            case "addProperty", "setProperty", "removeProperty" -> LOOKING;
            case "<", "<=", ">", ">=", "^", "max", "min", "sum", "average", "bool", "startsWith", "endsWith" -> READING;
            case "createArray", "substring", "skip", "take", "subArray" -> MAKING;
            case "reverse", "replace", "trim" -> making(1);
            case "countWord", "int", "float" -> new Tariff(2, true, false, 0);
            case "binary", "base64", "base64ToString", "base64ToBinary" -> making(2);
            case "dataUri", "dataUriToString", "dataUriToBinary" -> making(2);
            case "toLower", "toUpper", "sentenceCase", "titleCase", "addOrdinal" -> making(2);
            case "split" -> new Tariff(2, true, true, 72);
            case "indicesAndValues" -> new Tariff(2, true, true, 280);
            case "isMatch", "replaceIgnoreCase", "newGuid", "uriComponent", "uriComponentToString" -> making(4);
            case "json", "string" -> new Tariff(8, false, false, 0);
            case "isDateTime", "dayOfMonth", "dayOfWeek", "dayOfYear", "month", "year", "ticks" -> making(24);
            case "xml", "date", "getTimeOfDay", "dateTimeDiff", "dateReadBack" -> making(40);
            case "ticksToDays", "ticksToHours", "ticksToMinutes" -> making(2);
            case "formatNumber", "utcNow", "formatDateTime", "formatEpoch", "formatTicks" -> making(80);
            case "addDays", "addHours", "addMinutes", "addSeconds", "addToTime", "subtractFromTime" -> making(80);
            case "getFutureTime", "getPastTime", "startOfDay", "startOfHour", "startOfMonth" -> making(80);
            case "convertFromUTC", "convertToUTC" -> making(160);
            case "isDefinite", "isTime", "isDuration", "isDate", "isDateRange", "isTimeRange", "isPresent" ->
                making(80);
            case "getNextViableDate", "getPreviousViableDate", "getNextViableTime", "getPreviousViableTime" ->
                making(80);
            case "resolve", "uriHost", "uriPath", "uriQuery", "uriPathAndQuery", "uriScheme", "uriPort" -> making(80);
            case "jPath" -> making(60);
            case "xPath" -> making(6000);
            default -> MAKING;
        };
    }

    private static Tariff making(int steps) {
        return new Tariff(steps, true, true, 0);
    }

    /** Pays for the call. */
    public void call(Accountant accountant) {
        accountant.spend(steps);
    }

    /** Pays for what the function will do with an argument. */
    public void argument(JsonNode value, Accountant accountant) {
        if (reads) {
            accountant.read(value);
        }
    }

    /** Pays for what the function made; scalars besides texts are free. */
    public void result(JsonNode value, JsonNode[] arguments, Accountant accountant) {
        if (makes && !isOneOf(arguments, value)) {
            switch (value.getNodeType()) {
                case STRING -> accountant.makeText(value.stringValue().length());
                case ARRAY -> accountant.makeItems(value.size(), bytesEach);
                case OBJECT -> accountant.makeProperties(value.size());
                case BINARY -> accountant.makeText(value.binaryValue().length);
                default -> { // A number or a truth value.
                }
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very argument was not made
    private static boolean isOneOf(JsonNode[] arguments, JsonNode value) {
        for (JsonNode argument : arguments) {
            if (argument == value) {
                return true;
            }
        }
        return false;
    }
}
