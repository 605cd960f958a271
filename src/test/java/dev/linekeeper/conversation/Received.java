package dev.linekeeper.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Something the bot sent to a conversation.
 *
 * @param method POST for a new message, PUT for one that replaces another, RESPONSE for a card in an invoke's response
 * @param activityId the id the connector gave it, or of the activity it replaces
 * @param authorization the header it came with, empty when there was none
 */
public record Received(
        String method, String conversationId, String activityId, JsonNode activity, String authorization) {
    public String type() {
        return activity.path("type").asString("");
    }

    /** The Adaptive Card it carries. */
    public Optional<JsonNode> card() {
        return StreamSupport.stream(activity.path("attachments").spliterator(), false)
                .filter(one -> "application/vnd.microsoft.card.adaptive"
                        .equals(one.path("contentType").asString("")))
                .map(one -> one.path("content"))
                .findFirst();
    }

    /** Everything a reader sees in it: its text, and the texts of its card. */
    public String text() {
        var seen = new ArrayList<String>();
        seen.add(activity.path("text").asString(""));
        card().ifPresent(card -> collect(card, seen));
        return seen.stream().filter(one -> !one.isBlank()).collect(Collectors.joining("\n"));
    }

    /** The buttons of the card, in order: titles. */
    public List<String> buttons() {
        return actions().stream()
                .map(action -> action.path("title").asString(""))
                .toList();
    }

    List<JsonNode> actions() {
        var actions = new ArrayList<JsonNode>();
        card().ifPresent(card -> collectActions(card, actions));
        return actions;
    }

    private static void collect(JsonNode node, List<String> seen) {
        for (String field : List.of("text", "title", "value", "label", "errorMessage", "placeholder")) {
            if (node.path(field).isString()) {
                seen.add(node.path(field).asString());
            }
        }
        node.forEach(child -> collect(child, seen));
    }

    private static void collectActions(JsonNode node, List<JsonNode> actions) {
        if (node.isObject() && node.path("type").asString("").startsWith("Action.")) {
            actions.add(node);
        }
        node.forEach(child -> collectActions(child, actions));
    }
}
