package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.BotClient;
import dev.linekeeper.simulator.playground.chat.CardReader;
import dev.linekeeper.simulator.playground.chat.Message;
import dev.linekeeper.simulator.playground.chat.StoredFile;
import dev.linekeeper.simulator.playground.chat.TeamsActivities;
import dev.linekeeper.simulator.playground.chat.Transcript;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sends button presses on cards to the bot. */
record ButtonPresses(
        Transcript transcript,
        PageNotices notices,
        TeamsActivities activities,
        BotClient bot,
        PersonaMessages messages,
        Supplier<URI> server,
        Clock clock) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** {@code Action.Execute}: the bot answers with a card for the person who pressed, a sentence, or an error. */
    PressOutcome execute(TeamsActivities.Actor actor, Message message, int card, JsonNode action) {
        return invoke(actor, message, card, action, "manual");
    }

    /** Refreshes a card for its viewer, when that is due. A failure leaves the card as it is. */
    void refresh(TeamsActivities.Actor actor, Message message, int card) {
        var viewer = new Message.CardViewer(actor.persona().oid(), card);
        CardReader.refresh(message, viewer, actor.persona(), Instant.now(clock)).ifPresent(action -> {
            transcript.change(
                    message.id(),
                    it -> it.seen(viewer, new Message.RefreshedCard(viewOf(it, viewer), Instant.now(clock))));
            invoke(actor, message, card, action, "automatic");
        });
    }

    /** {@code Action.Submit}: a message with the inputs; {@code msteams} in the data makes it visible. */
    PressOutcome submit(TeamsActivities.Actor actor, Message message, JsonNode data) {
        var teams = data.path("msteams");
        var where = PersonaMessages.inThread(actor, message.id());
        return switch (teams.path("type").asString("")) {
            case "imBack" -> {
                messages.say(where, teams.path("value").asString(""), List.of());
                yield PressOutcome.DONE;
            }
            case "task/fetch", "invoke", "signin" ->
                PressOutcome.failed("This button opens something the playground does not have.", "Try it in Teams.");
            default -> {
                var value = data.isObject() ? ((ObjectNode) data).deepCopy() : JSON.objectNode();
                value.remove("msteams");
                var text = teams.path("text").isString()
                        ? Optional.of(teams.path("text").asString())
                        : Optional.<String>empty();
                var id = transcript.nextId();
                messages.submit(actor.persona(), id, activities.submit(where, id, message.id(), value, text));
                yield PressOutcome.DONE;
            }
        };
    }

    /** Answers the bot's request to upload a file: with the upload address, or declined. */
    PressOutcome consent(TeamsActivities.Actor actor, Message message, JsonNode offer, boolean accepted) {
        var value = JSON.objectNode().put("type", "fileUpload").put("action", accepted ? "accept" : "decline");
        value.set("context", offer.path("content").path(accepted ? "acceptContext" : "declineContext"));
        if (accepted) {
            var name = offer.path("name").asString("file");
            var url = server.get() + new StoredFile(UUID.randomUUID().toString(), name, "", 0).path();
            value.putObject("uploadInfo")
                    .put("name", name)
                    .put("uploadUrl", url)
                    .put("contentUrl", url)
                    .put("uniqueId", url.substring(url.lastIndexOf('/') + 1))
                    .put("fileType", name.substring(name.lastIndexOf('.') + 1));
        }
        var activity = activities.invoke(actor, transcript.nextId(), message.id(), "fileConsent/invoke", value);
        return outcome(bot.post(activity));
    }

    private PressOutcome invoke(
            TeamsActivities.Actor actor, Message message, int card, JsonNode action, String trigger) {
        var value = JSON.objectNode().put("trigger", trigger);
        value.set("action", action);
        var where = PersonaMessages.inThread(actor, message.id());
        var reply = bot.post(activities.invoke(where, transcript.nextId(), message.id(), "adaptiveCard/action", value));
        if (reply instanceof BotClient.BotReply.BotAccepted(_, JsonNode body)
                && CardReader.ADAPTIVE.equals(body.path("type").asString(""))
                && body.path("value").isObject()) {
            var view = new Message.RefreshedCard(Optional.of(body.path("value")), Instant.now(clock));
            var viewer = new Message.CardViewer(actor.persona().oid(), card);
            transcript.change(message.id(), it -> it.seen(viewer, view)).ifPresent(notices::message);
            return PressOutcome.DONE;
        }
        return outcome(reply);
    }

    private static PressOutcome outcome(BotClient.BotReply reply) {
        return switch (reply) {
            case BotClient.BotReply.BotAccepted(int status, JsonNode body) -> PressOutcome.of(status, body);
            case BotClient.BotReply.BotRefused(int status) ->
                PressOutcome.failed(
                        "Linekeeper did not take this press (HTTP " + status + ").",
                        "Look at the server's log, then try again.");
            case BotClient.BotReply.Unreachable _ ->
                PressOutcome.failed(
                        "Linekeeper does not answer.", "It may be busy or stopped. Wait a moment, then try again.");
        };
    }

    private static Optional<JsonNode> viewOf(Message message, Message.CardViewer viewer) {
        return Optional.ofNullable(message.views().get(viewer)).flatMap(Message.RefreshedCard::card);
    }
}
