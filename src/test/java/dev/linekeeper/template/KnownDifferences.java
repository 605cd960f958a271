package dev.linekeeper.template;

import tools.jackson.databind.JsonNode;

/** Where ours and the official engine differ on purpose; each is explained in {@code src/docs/templating.md}. */
final class KnownDifferences {
    private KnownDifferences() {}

    static boolean explains(JsonNode question, JsonNode official, JsonNode ours) {
        return usesTicks(question)
                || warnsMore(official, ours)
                || raises(question)
                || failsLast(question, official, ours)
                || guesses(question, official, ours);
    }

    /** Ticks are text to us, and a big integer that nothing can be added to for the official engine. */
    private static boolean usesTicks(JsonNode question) {
        return question.toString().contains("ticks(");
    }

    /** A condition that failed always warns; for the official engine it depends on what the function had computed so far. */
    private static boolean warnsMore(JsonNode official, JsonNode ours) {
        return official.has("output")
                && official.get("output").equals(ours.path("output"))
                && official.get("warnings").size() < ours.path("warnings").size();
    }

    /** The last digit of a power may differ: the engines' mathematics libraries do. */
    private static boolean raises(JsonNode question) {
        return question.toString().contains("^") || question.toString().contains("exp(");
    }

    /** An {@code ||} whose last condition failed is undefined; for the official engine it is what the function had so far. */
    private static boolean failsLast(JsonNode question, JsonNode official, JsonNode ours) {
        return official.has("value")
                && ours.has("undefined")
                && (question.toString().contains("||") || question.toString().contains("or("));
    }

    /** V8 guesses a date from almost any text; we read the usual forms. */
    private static boolean guesses(JsonNode question, JsonNode official, JsonNode ours) {
        String text = question.toString();
        return (text.contains("convertToUTC(") || text.contains("formatDateTime(") || text.contains("getTimeOfDay("))
                && !official.has("error")
                && !ours.equals(official);
    }
}
