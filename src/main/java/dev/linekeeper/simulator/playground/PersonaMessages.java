package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.BotClient;
import dev.linekeeper.simulator.playground.chat.Message;
import dev.linekeeper.simulator.playground.chat.Persona;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversation;
import dev.linekeeper.simulator.playground.chat.StoredFile;
import dev.linekeeper.simulator.playground.chat.TeamsActivities;
import dev.linekeeper.simulator.playground.chat.Transcript;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/** Messages of personas: stored, shown, and sent to the bot. */
record PersonaMessages(
        Transcript transcript, PageNotices notices, TeamsActivities activities, BotClient bot, Clock clock) {
    private static final Logger log = LoggerFactory.getLogger(PersonaMessages.class);
    /** Teams refuses longer messages. */
    private static final int LONGEST = 28_000;

    /** Shows a message at once and delivers it in the background; in a channel only when it mentions the bot. */
    Message say(TeamsActivities.Actor actor, String text, List<StoredFile> files) {
        if (text.length() > LONGEST) {
            throw PlaygroundError.page(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "Your message is longer than Teams allows (28,000 characters).",
                    "Shorten it, or attach it as a file.");
        }
        var content = new Message.MessageContent(text, "plain", "", List.of(), List.of(), files);
        var message = Message.posted(
                transcript.nextId(), actor.thread(), Optional.of(actor.persona()), Instant.now(clock), content);
        transcript.add(message);
        notices.message(message);
        deliver(actor, message);
        return message;
    }

    /** Delivers a failed message again. */
    Message again(TeamsActivities.Actor actor, Message failed) {
        var message = transcript
                .change(failed.id(), it -> it.in(Message.MessageState.SENT))
                .orElseThrow(
                        () -> PlaygroundError.page(HttpStatus.NOT_FOUND, "The message is gone.", "Write it again."));
        notices.message(message);
        deliver(actor, message);
        return message;
    }

    private void deliver(TeamsActivities.Actor actor, Message message) {
        var content = message.content();
        if (actor.thread().room() instanceof PlaygroundConversation.Channel
                && !activities.addressesBot(content.text())) {
            return;
        }
        var where = inThread(actor, message.id());
        submit(actor.persona(), message.id(), activities.message(where, message.id(), content.text(), content.files()));
    }

    /** Sends an activity in the background; when it fails, marks the message and tells the person. */
    void submit(Persona person, String messageId, ObjectNode activity) {
        Thread.startVirtualThread(() -> {
            switch (bot.post(activity)) {
                case BotClient.BotReply.BotAccepted _ -> log.debug("activity delivered id={}", messageId);
                case BotClient.BotReply.BotRefused(int status) ->
                    failed(person, messageId, "Linekeeper did not take your message (HTTP " + status + ").");
                case BotClient.BotReply.Unreachable _ -> failed(person, messageId, "Linekeeper does not answer.");
            }
        });
    }

    private void failed(Persona person, String messageId, String what) {
        log.warn("activity not delivered id={}", messageId);
        transcript.change(messageId, it -> it.in(Message.MessageState.FAILED)).ifPresent(notices::message);
        notices.trouble(
                person,
                new PageEvent.DeliveryFailedEvent(
                        what, "Look at the server's log, then try again. Your message is kept.", messageId));
    }

    /** The actor in the thread of the post, in a channel; else unchanged. */
    static TeamsActivities.Actor inThread(TeamsActivities.Actor actor, String post) {
        var thread = actor.thread();
        return thread.room() instanceof PlaygroundConversation.Channel
                        && thread.root().isEmpty()
                ? new TeamsActivities.Actor(
                        actor.persona(),
                        new PlaygroundConversation.RoomThread(thread.room(), Optional.of(post)),
                        actor.locale())
                : actor;
    }
}
