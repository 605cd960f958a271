package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.Mentions;
import dev.linekeeper.simulator.playground.chat.Message;
import dev.linekeeper.simulator.playground.chat.Persona;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversation;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversations;
import dev.linekeeper.simulator.playground.chat.TeamsActivities;
import dev.linekeeper.simulator.playground.chat.Transcript;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A persona's conversations, their messages and unread counts. */
record Inboxes(
        PlaygroundConversations rooms,
        Transcript transcript,
        PageViews views,
        PageNotices notices,
        BotInstallation installation,
        TeamsActivities activities) {

    /** The inbox of a persona; the first persona's when {@code who} is unknown. */
    Page.InboxView open(String who, String locale) {
        var personas = rooms.personas();
        var me = personas.find(who)
                .or(() -> personas.people().stream().findFirst())
                .orElseThrow(() -> PlaygroundError.page(
                        HttpStatus.NOT_FOUND, "The tenant has nobody one could be.", "Check the tenant file."));
        installation.visit(me, locale);
        return new Page.InboxView(
                personas.organisation(),
                views.persona(me),
                views.personas(),
                views.rooms(me),
                me.prompts(),
                activities.mentionable().stream()
                        .map(Mentions.MentionedAccount::name)
                        .toList());
    }

    Persona persona(String who) {
        return rooms.personas()
                .find(who)
                .orElseThrow(() ->
                        PlaygroundError.page(HttpStatus.NOT_FOUND, "There is no such persona.", "Choose another one."));
    }

    PlaygroundConversation room(Persona persona, String id) {
        return rooms.find(id)
                .map(PlaygroundConversation.RoomThread::room)
                .filter(room -> room.admits(persona))
                .orElseThrow(
                        () -> PlaygroundError.page(HttpStatus.NOT_FOUND, "There is no such chat.", "Reload the page."));
    }

    Message message(String id) {
        return transcript
                .find(id)
                .orElseThrow(
                        () -> PlaygroundError.page(HttpStatus.NOT_FOUND, "The message is gone.", "Reload the page."));
    }

    List<Page.MessageView> messages(Persona persona, String roomId) {
        return transcript.of(room(persona, roomId)).stream()
                .map(message -> views.message(message, persona))
                .toList();
    }

    Page.MessageView view(Message message, Persona viewer) {
        return views.message(message, viewer);
    }

    void read(Persona persona, String roomId) {
        transcript.markRead(persona, room(persona, roomId));
        notices.lists();
    }

    void startOver() {
        transcript.clear();
        installation.forget();
        notices.startedOver();
    }
}
