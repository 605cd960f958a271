package dev.linekeeper.simulator.playground;

import java.util.Optional;

/**
 * A conversation of the playground: a persona's personal chat with the bot, or the channel that all personas read.
 *
 * @param owner of the personal chat; empty for the channel
 * @param root the first post of a thread in the channel; empty outside threads
 */
record PlaygroundConversation(Optional<Persona> owner, Optional<String> root) {
    static final String THREAD = ";messageid=";
    /** The team that the channel is in. */
    static final String TEAM = "Voice team";

    static final PlaygroundConversation CHANNEL = new PlaygroundConversation(Optional.empty(), Optional.empty());

    static PlaygroundConversation with(Persona owner) {
        return new PlaygroundConversation(Optional.of(owner), Optional.empty());
    }

    /** The id without thread; {@code a:<object id>} is the same after a restart, so that the bot can still write to it. */
    String room() {
        return owner.map(person -> "a:" + person.oid()).orElse("19:linekeeper-requests@thread.tacv2");
    }

    /** The Bot Framework conversation id; in a thread it includes the root, as in Teams. */
    String id() {
        return root.map(post -> room() + THREAD + post).orElse(room());
    }

    boolean isChannel() {
        return owner.isEmpty();
    }

    boolean admits(Persona person) {
        return owner.map(person::equals).orElse(true);
    }

    /** The thread that the post starts, in the channel outside threads; else this. */
    PlaygroundConversation inThread(String post) {
        return isChannel() && root.isEmpty() ? new PlaygroundConversation(owner, Optional.of(post)) : this;
    }
}
