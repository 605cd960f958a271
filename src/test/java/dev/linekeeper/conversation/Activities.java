package dev.linekeeper.conversation;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Activities as Teams sends them; a test changes what it is about. */
public record Activities(
        String serviceUrl, String tenantId, Someone person, String conversationType, String conversationId) {
    public static final String BOT = "28:linekeeper";

    public Activities(String serviceUrl, String tenantId, Someone person, String conversationType) {
        this(
                serviceUrl,
                tenantId,
                person,
                conversationType,
                "personal".equals(conversationType)
                        ? "a:" + person.objectId()
                        : "19:%s@thread.tacv2;messageid=1".formatted(conversationType));
    }

    public ObjectNode message(String text) {
        return envelope("message").put("text", text).put("textFormat", "plain");
    }

    /** An Action.Submit: a message without text. */
    public ObjectNode submit(JsonNode value, String replyTo) {
        ObjectNode activity = envelope("message").put("replyToId", replyTo);
        activity.set("value", value);
        return activity;
    }

    /** An Action.Execute. */
    public ObjectNode execute(String verb, JsonNode data, String replyTo) {
        ObjectNode activity =
                envelope("invoke").put("name", "adaptiveCard/action").put("replyToId", replyTo);
        activity.putObject("value")
                .put("trigger", "manual")
                .putObject("action")
                .put("type", "Action.Execute")
                .put("verb", verb)
                .set("data", data);
        return activity;
    }

    public ObjectNode edited(String id, String text) {
        ObjectNode activity = envelope("messageUpdate").put("id", id).put("text", text);
        ((ObjectNode) activity.path("channelData")).put("eventType", "editMessage");
        return activity;
    }

    public ObjectNode installation(String action) {
        return envelope("installationUpdate").put("action", action);
    }

    public ObjectNode botJoined() {
        ObjectNode activity = envelope("conversationUpdate");
        activity.putArray("membersAdded").addObject().put("id", BOT);
        return activity;
    }

    /** What every activity has. Times are in whole seconds, as Teams sometimes has them. */
    public ObjectNode envelope(String type) {
        ObjectNode activity = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("id", UUID.randomUUID().toString())
                .put("timestamp", "2026-11-22T10:00:00Z")
                .put("localTimestamp", "2026-11-22T11:00:00+01:00")
                .put("channelId", "msteams")
                .put("serviceUrl", serviceUrl)
                .put("locale", person.locale());
        activity.putObject("from")
                .put("id", person.account())
                .put("name", person.name())
                .put("aadObjectId", person.objectId());
        activity.putObject("recipient").put("id", BOT).put("name", "Linekeeper");
        activity.putObject("conversation")
                .put("id", conversationId())
                .put("conversationType", conversationType)
                .put("tenantId", tenantId);
        activity.putObject("channelData").putObject("tenant").put("id", tenantId);
        return activity;
    }

    /** The conversation without the thread in it. */
    String channelId() {
        return conversationId().replaceFirst(";messageid=.*", "");
    }
}
