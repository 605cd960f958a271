package dev.linekeeper.simulator.playground;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The bot as an account of the channel. */
final class Bot {
    static final String ID = "28:linekeeper";
    static final String NAME = "Linekeeper";

    private Bot() {}

    static JsonNode account() {
        return JsonNodeFactory.instance.objectNode().put("id", ID).put("name", NAME);
    }
}
