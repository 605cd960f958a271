package dev.linekeeper.adapter.teams;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import tools.jackson.databind.node.JsonNodeFactory;

/** Stands in until the chat's own cards are here: the answer's fields in one text block. */
public final class Cards {
    public Card render(Answer answer, Caller reader) {
        var card = JsonNodeFactory.instance.objectNode().put("type", "AdaptiveCard").put("version", "1.5");
        card.putArray("body").addObject().put("type", "TextBlock").put("text", answer.toString()).put("wrap", true);
        return new Card(card.toString(), answer.toString());
    }
}
