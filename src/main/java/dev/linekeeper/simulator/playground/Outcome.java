package dev.linekeeper.simulator.playground;

import tools.jackson.databind.JsonNode;

/** What came of pressing a button, for the page to show. */
record Outcome(Kind kind, String text, String advice) {
    enum Kind {
        /** Nothing to say: what happened is to be seen in the chat. */
        DONE,
        /** The bot answered with a sentence for the presser alone. */
        MESSAGE,
        FAILED
    }

    static final Outcome DONE = new Outcome(Kind.DONE, "", "");

    static Outcome message(String text) {
        return new Outcome(Kind.MESSAGE, text, "");
    }

    static Outcome failed(String what, String advice) {
        return new Outcome(Kind.FAILED, what, advice);
    }

    /** A body of the invoke protocol that is not a card. */
    static Outcome of(int status, JsonNode body) {
        int code = body.path("statusCode").asInt(status);
        var value = body.path("value");
        if (code / 100 != 2) {
            return failed(
                    value.path("message").asString("Linekeeper could not do this (status " + code + ")."),
                    "Nothing was changed by this press. Try again, or type the command instead.");
        }
        return value.isString() ? message(value.asString()) : DONE;
    }
}
