package dev.linekeeper.simulator.playground.chat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The bot's account in Teams. */
public final class BotAccount {
    static final String ID = "28:linekeeper";
    public static final String NAME = "Linekeeper";

    private BotAccount() {}

    static JsonNode account() {
        return JsonNodeFactory.instance.objectNode().put("id", ID).put("name", NAME);
    }
}
