package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.BotClient;
import dev.linekeeper.simulator.playground.chat.Persona;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversation;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversations;
import dev.linekeeper.simulator.playground.chat.TeamsActivities;
import dev.linekeeper.simulator.playground.chat.Transcript;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Installs the bot for every persona once. The first visit installs it for all personas, as an admin's set-up policy
 * would, so that the bot can write to an approver whom nobody has played yet. Thread-safe.
 */
final class BotInstallation {
    private final PlaygroundConversations rooms;
    private final Transcript transcript;
    private final PageNotices notices;
    private final TeamsActivities activities;
    private final BotClient bot;
    private final Set<Persona> installed = ConcurrentHashMap.newKeySet();

    BotInstallation(
            PlaygroundConversations rooms,
            Transcript transcript,
            PageNotices notices,
            TeamsActivities activities,
            BotClient bot) {
        this.rooms = rooms;
        this.transcript = transcript;
        this.notices = notices;
        this.activities = activities;
        this.bot = bot;
    }

    void visit(Persona visitor, String locale) {
        Thread.startVirtualThread(() -> {
            if (installed.add(visitor)) {
                install(visitor, locale);
            }
            rooms.personas().people().stream()
                    .filter(installed::add)
                    .forEach(person -> notices.quietly(person, () -> {
                        install(person, locale);
                        markRead(person);
                    }));
        });
    }

    /** Forgets the installations, so that the next visit installs and welcomes again. */
    void forget() {
        installed.clear();
    }

    /** When the bot does not answer, the next visit tries again. */
    private void install(Persona person, String locale) {
        var thread =
                new PlaygroundConversation.RoomThread(new PlaygroundConversation.Personal(person), Optional.empty());
        var actor = new TeamsActivities.Actor(person, thread, locale);
        boolean accepted = activities.installed(actor, transcript::nextId).stream()
                .allMatch(activity -> bot.post(activity) instanceof BotClient.BotReply.BotAccepted);
        if (!accepted) {
            installed.remove(person);
        }
    }

    /** The welcome does not count as unread. */
    private void markRead(Persona person) {
        transcript.markRead(person, new PlaygroundConversation.Personal(person));
        notices.lists();
    }
}
