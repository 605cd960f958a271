package dev.linekeeper.simulator.playground;

import tools.jackson.databind.JsonNode;

/** The result of a button press, for the page to show. */
record PressOutcome(PressKind kind, String text, String advice) {
    enum PressKind {
        /** The chat shows the result. */
        DONE,
        /** The bot answered with a sentence for the person who pressed. */
        MESSAGE,
        FAILED
    }

    static final PressOutcome DONE = new PressOutcome(PressKind.DONE, "", "");

    static PressOutcome message(String text) {
        return new PressOutcome(PressKind.MESSAGE, text, "");
    }

    static PressOutcome failed(String what, String advice) {
        return new PressOutcome(PressKind.FAILED, what, advice);
    }

    /** The outcome of an invoke response that is not a card. */
    static PressOutcome of(int status, JsonNode body) {
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
