package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.BotClient.BotReply;
import dev.linekeeper.simulator.playground.FilesController.StoredFile;
import dev.linekeeper.simulator.playground.Message.CardViewer;
import dev.linekeeper.simulator.playground.Message.MessageState;
import dev.linekeeper.simulator.playground.Message.RefreshedCard;
import dev.linekeeper.simulator.playground.TeamsActivities.Actor;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What personas do, sent to the bot: messages, which are stored and shown, and button presses on cards. */
record PersonaActions(
        Transcript transcript,
        PageNotices notices,
        TeamsActivities activities,
        BotClient bot,
        FilesController files,
        Supplier<URI> server,
        Clock clock) {
    private static final Logger log = LoggerFactory.getLogger(PersonaActions.class);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Teams refuses longer messages. */
    private static final int LONGEST = 28_000;

    /**
     * The result of a button press, for the page to show.
     *
     * @param kind {@code DONE} when the chat shows it, {@code MESSAGE} when the bot answered with a sentence for the person who
     *     pressed, or {@code FAILED}
     */
    record PressOutcome(String kind, String text, String advice) {
        static final PressOutcome DONE = new PressOutcome("DONE", "", "");

        static PressOutcome failed(String what, String advice) {
            return new PressOutcome("FAILED", what, advice);
        }
    }

    /**
     * Installs the bot for every persona once. The first visit installs it for all personas, as an admin's set-up policy
     * would, so that the bot can write to an approver whom nobody has played yet.
     */
    void visit(Persona visitor, String locale) {
        Thread.startVirtualThread(
                () -> Stream.concat(Stream.of(visitor), activities.personas().getObject().people().stream())
                        .filter(transcript::install)
                        .forEach(person -> install(person, locale)));
    }

    /** The welcome does not count as unread. When the bot does not answer, the next visit tries again. */
    private void install(Persona person, String locale) {
        var actor = new Actor(person, PlaygroundConversation.with(person), locale);
        if (!activities.installed(actor, transcript::nextId).stream()
                .allMatch(activity -> bot.post(activity).accepted())) {
            transcript.uninstall(person);
        }
        transcript.markRead(person, actor.where());
        notices.counts();
    }

    /** Shows a message at once and delivers it in the background; in a channel only when it mentions the bot. */
    Message say(Actor actor, String text, List<StoredFile> files) {
        if (text.length() > LONGEST) {
            throw PlaygroundError.page(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "Your message is longer than Teams allows (28,000 characters).",
                    "Shorten it, or attach it as a file.");
        }
        var message = Message.posted(
                transcript.nextId(),
                actor.where(),
                Optional.of(actor.persona()),
                Instant.now(clock),
                activities.content(text, files));
        transcript.add(message);
        deliver(actor, message);
        return message;
    }

    /** Delivers a failed message again. */
    Message again(Actor actor, Message failed) {
        var message = transcript
                .change(failed.id(), it -> it.in(MessageState.SENT))
                .orElseThrow(() -> PlaygroundError.gone("The message is gone.", "Write it again."));
        deliver(actor, message);
        return message;
    }

    private void deliver(Actor actor, Message message) {
        notices.message(message);
        var content = message.content();
        if (!actor.where().isChannel()
                || activities.addressesBot(content.path("text").asString())) {
            var id = message.id();
            submit(actor.persona(), activities.message(actor.inThread(id), id, content));
        }
    }

    /** Sends an activity in the background; when it fails, marks the message and tells the person. */
    private void submit(Persona person, ObjectNode activity) {
        Thread.startVirtualThread(() -> {
            var reply = bot.post(activity);
            if (!reply.accepted()) {
                var id = activity.path("id").asString();
                log.warn("activity not delivered id={} status={}", id, reply.status());
                transcript.change(id, it -> it.in(MessageState.FAILED)).ifPresent(notices::message);
                notices.trouble(
                        person,
                        id,
                        reply.status() == 0
                                ? "Linekeeper does not answer."
                                : "Linekeeper did not take your message (HTTP " + reply.status() + ").",
                        "Look at the server's log, then try again. Your message is kept.");
            }
        });
    }

    /** {@code Action.Execute}: the bot answers with a card for the person who pressed, a sentence, or an error. */
    PressOutcome execute(Actor actor, Message message, int card, JsonNode action) {
        return invoke(actor, message, card, action, "manual", _ -> true);
    }

    /** Refreshes a card for its viewer, when that is due. A failure, or a press meanwhile, leaves the card as it is. */
    void refresh(Actor actor, Message message, int card) {
        var viewer = new CardViewer(actor.persona(), card);
        message.refresh(viewer, Instant.now(clock)).ifPresent(action -> {
            var before = new RefreshedCard(message.own(viewer), Instant.now(clock));
            transcript.change(message.id(), it -> it.seen(viewer, before));
            invoke(
                    actor,
                    message,
                    card,
                    action,
                    "automatic",
                    it -> before.equals(it.views().get(viewer)));
        });
    }

    /** {@code Action.Submit}: a message with the inputs, or what the person says by it. */
    PressOutcome submit(Actor actor, Message message, JsonNode data) {
        var teams = data.path("msteams");
        var where = actor.inThread(message.id());
        if (teams.path("type").asString("").equals("imBack")) {
            say(where, teams.path("value").asString(""), List.of());
        } else {
            submit(actor.persona(), activities.submit(where, transcript.nextId(), message.id(), data));
        }
        return PressOutcome.DONE;
    }

    /** Answers the bot's request to upload a file: with the upload address, or declined. */
    PressOutcome consent(Actor actor, Message message, JsonNode offer, boolean accepted) {
        var value = JSON.objectNode().put("type", "fileUpload").put("action", accepted ? "accept" : "decline");
        value.set("context", offer.path("content").path(accepted ? "acceptContext" : "declineContext"));
        if (accepted) {
            var name = offer.path("name").asString("file");
            var id = files.allow(name);
            var url = server.get() + FilesController.path(id);
            value.putObject("uploadInfo")
                    .put("name", name)
                    .put("uploadUrl", url)
                    .put("contentUrl", url)
                    .put("uniqueId", id)
                    .put("fileType", name.substring(name.lastIndexOf('.') + 1));
        }
        return outcome(
                bot.post(activities.invoke(actor, transcript.nextId(), message.id(), "fileConsent/invoke", value)));
    }

    private PressOutcome invoke(
            Actor actor, Message message, int card, JsonNode action, String trigger, Predicate<Message> stillWanted) {
        var value = JSON.objectNode().put("trigger", trigger);
        value.set("action", action);
        var reply = bot.post(activities.invoke(
                actor.inThread(message.id()), transcript.nextId(), message.id(), "adaptiveCard/action", value));
        var body = reply.body();
        if (reply.accepted()
                && Message.CARD.equals(body.path("type").asString(""))
                && body.path("value").isObject()) {
            var view = new RefreshedCard(Optional.of(body.path("value")), Instant.now(clock));
            var viewer = new CardViewer(actor.persona(), card);
            transcript
                    .change(message.id(), it -> stillWanted.test(it) ? it.seen(viewer, view) : it)
                    .ifPresent(notices::message);
            return PressOutcome.DONE;
        }
        return outcome(reply);
    }

    /** The outcome of an invoke that was not answered with a card. */
    private static PressOutcome outcome(BotReply reply) {
        if (reply.status() == 0) {
            return PressOutcome.failed(
                    "Linekeeper does not answer.", "It may be busy or stopped. Wait a moment, then try again.");
        }
        if (!reply.accepted()) {
            return PressOutcome.failed(
                    "Linekeeper did not take this press (HTTP " + reply.status() + ").",
                    "Look at the server's log, then try again.");
        }
        int code = reply.body().path("statusCode").asInt(reply.status());
        var value = reply.body().path("value");
        if (code / 100 != 2) {
            return PressOutcome.failed(
                    value.path("message").asString("Linekeeper could not do this (status " + code + ")."),
                    "Nothing was changed by this press. Try again, or type the command instead.");
        }
        return value.isString() ? new PressOutcome("MESSAGE", value.asString(), "") : PressOutcome.DONE;
    }
}
