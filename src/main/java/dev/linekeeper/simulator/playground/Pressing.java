package dev.linekeeper.simulator.playground;

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

/** What people press on cards. */
final class Pressing {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Transcript transcript;
    private final Notices notices;
    private final Activities activities;
    private final BotLine bot;
    private final Sending sending;
    private final Supplier<URI> server;
    private final Clock clock;

    Pressing(
            Transcript transcript,
            Notices notices,
            Activities activities,
            BotLine bot,
            Sending sending,
            Supplier<URI> server,
            Clock clock) {
        this.transcript = transcript;
        this.notices = notices;
        this.activities = activities;
        this.bot = bot;
        this.sending = sending;
        this.server = server;
        this.clock = clock;
    }

    /** {@code Action.Execute}: the bot answers with a card for the presser, a sentence, or an error. */
    Outcome execute(Activities.Actor actor, Message message, int card, JsonNode action) {
        return invoke(actor, message, card, action, "manual");
    }

    /** Asks for the viewer's own view of a card, if it wants that now. Failures leave the card as it is. */
    void refresh(Activities.Actor actor, Message message, int card) {
        var seat = new Message.Seat(actor.persona().oid(), card);
        Cards.refresh(message, seat, actor.persona(), Instant.now(clock)).ifPresent(action -> {
            transcript.change(message.id(), it -> it.seen(seat, new Message.View(viewOf(it, seat), Instant.now(clock))));
            invoke(actor, message, card, action, "automatic");
        });
    }

    /** {@code Action.Submit}: a message that carries the inputs; {@code msteams} in the data makes it visible. */
    Outcome submit(Activities.Actor actor, Message message, JsonNode data) {
        var teams = data.path("msteams");
        var where = Sending.inThread(actor, message.id());
        return switch (teams.path("type").asString("")) {
            case "imBack" -> {
                sending.say(where, teams.path("value").asString(""), List.of());
                yield Outcome.DONE;
            }
            case "task/fetch", "invoke", "signin" ->
                Outcome.failed("This button opens something the playground does not have.", "Try it in Teams.");
            default -> {
                var value = data.isObject() ? ((ObjectNode) data).deepCopy() : JSON.objectNode();
                value.remove("msteams");
                var text = teams.path("text").isString() ? Optional.of(teams.path("text").asString()) : Optional.<String>empty();
                var id = transcript.nextId();
                sending.submit(actor.persona(), id, activities.submit(where, id, message.id(), value, text));
                yield Outcome.DONE;
            }
        };
    }

    /** The answer to a file the bot offers: where it may put it, or that it is not wanted. */
    Outcome consent(Activities.Actor actor, Message message, JsonNode offer, boolean accepted) {
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

    private Outcome invoke(Activities.Actor actor, Message message, int card, JsonNode action, String trigger) {
        var value = JSON.objectNode().put("trigger", trigger);
        value.set("action", action);
        var where = Sending.inThread(actor, message.id());
        var reply = bot.post(activities.invoke(where, transcript.nextId(), message.id(), "adaptiveCard/action", value));
        if (reply instanceof BotLine.Reply.Taken(_, JsonNode body)
                && Cards.ADAPTIVE.equals(body.path("type").asString(""))
                && body.path("value").isObject()) {
            var view = new Message.View(Optional.of(body.path("value")), Instant.now(clock));
            var seat = new Message.Seat(actor.persona().oid(), card);
            transcript.change(message.id(), it -> it.seen(seat, view)).ifPresent(notices::message);
            return Outcome.DONE;
        }
        return outcome(reply);
    }

    private static Outcome outcome(BotLine.Reply reply) {
        return switch (reply) {
            case BotLine.Reply.Taken(int status, JsonNode body) -> Outcome.of(status, body);
            case BotLine.Reply.Refused(int status) ->
                Outcome.failed("Linekeeper did not take this press (HTTP " + status + ").", "Look at the server's log, then try again.");
            case BotLine.Reply.Unreachable _ ->
                Outcome.failed("Linekeeper does not answer.", "It may be busy or stopped. Wait a moment, then try again.");
        };
    }

    private static Optional<JsonNode> viewOf(Message message, Message.Seat seat) {
        return Optional.ofNullable(message.views().get(seat)).flatMap(Message.View::card);
    }
}
