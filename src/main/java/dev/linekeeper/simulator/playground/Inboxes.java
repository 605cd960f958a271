package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.Mentions;
import dev.linekeeper.simulator.playground.chat.Message;
import dev.linekeeper.simulator.playground.chat.PageRefusal;
import dev.linekeeper.simulator.playground.chat.Persona;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversation;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversations;
import dev.linekeeper.simulator.playground.chat.TeamsActivities;
import dev.linekeeper.simulator.playground.chat.Transcript;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A persona's conversations, their messages and unread counts. */
final class Inboxes {
    private final PlaygroundConversations rooms;
    private final Transcript transcript;
    private final PageViews views;
    private final PageNotices notices;
    private final BotInstallation installation;
    private final TeamsActivities activities;

    Inboxes(
            PlaygroundConversations rooms,
            Transcript transcript,
            PageViews views,
            PageNotices notices,
            BotInstallation installation,
            TeamsActivities activities) {
        this.rooms = rooms;
        this.transcript = transcript;
        this.views = views;
        this.notices = notices;
        this.installation = installation;
        this.activities = activities;
    }

    /** The inbox of a persona; the first persona's when {@code who} is unknown. */
    Page.InboxView open(String who, String locale) {
        var personas = rooms.personas();
        var me = personas.find(who)
                .or(() -> personas.people().stream().findFirst())
                .orElseThrow(() -> new PageRefusal(
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
                        new PageRefusal(HttpStatus.NOT_FOUND, "There is no such persona.", "Choose another one."));
    }

    PlaygroundConversation room(Persona persona, String id) {
        return rooms.find(id)
                .map(PlaygroundConversation.RoomThread::room)
                .filter(room -> room.admits(persona))
                .orElseThrow(() -> new PageRefusal(HttpStatus.NOT_FOUND, "There is no such chat.", "Reload the page."));
    }

    Message message(String id) {
        return transcript
                .find(id)
                .orElseThrow(() -> new PageRefusal(HttpStatus.NOT_FOUND, "The message is gone.", "Reload the page."));
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
