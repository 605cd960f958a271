package dev.linekeeper.simulator.playground;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Installs the bot for every persona once. The first visit installs it for all personas, as an admin's set-up policy
 * would, so that the bot can write to an approver whom nobody has played yet. Thread-safe.
 */
record BotInstallation(
        ObjectProvider<Personas> personas,
        Transcript transcript,
        PageNotices notices,
        TeamsActivities activities,
        BotClient bot) {
    void visit(Persona visitor, String locale) {
        Thread.startVirtualThread(() -> {
            if (transcript.install(visitor)) {
                install(visitor, locale);
            }
            personas.getObject().people().stream()
                    .filter(transcript::install)
                    .forEach(person -> notices.quietly(person, () -> {
                        install(person, locale);
                        // The welcome does not count as unread.
                        transcript.markRead(person, PlaygroundConversation.with(person));
                        notices.lists();
                    }));
        });
    }

    /** When the bot does not answer, the next visit tries again. */
    private void install(Persona person, String locale) {
        var actor = new TeamsActivities.Actor(person, PlaygroundConversation.with(person), locale);
        boolean accepted = activities.installed(actor, transcript::nextId).stream()
                .allMatch(activity -> bot.post(activity).accepted());
        if (!accepted) {
            transcript.uninstall(person);
        }
    }
}
