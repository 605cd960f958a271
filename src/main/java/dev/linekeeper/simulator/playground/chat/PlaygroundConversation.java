package dev.linekeeper.simulator.playground.chat;

import java.util.Optional;

/** A conversation of the playground: a persona's personal chat with the bot, or the channel that all personas read. */
public sealed interface PlaygroundConversation {
    /** The Bot Framework conversation id. */
    String id();

    boolean admits(Persona person);

    /** {@code a:<object id>}: the same after a restart, so that the bot can still write to it. */
    record Personal(Persona owner) implements PlaygroundConversation {
        @Override
        public String id() {
            return "a:" + owner.oid();
        }

        @Override
        public boolean admits(Persona person) {
            return person.equals(owner);
        }
    }

    record Channel(String team, String name) implements PlaygroundConversation {
        static final String TEAM_ID = "19:linekeeper-team@thread.tacv2";

        @Override
        public String id() {
            return "19:linekeeper-requests@thread.tacv2";
        }

        @Override
        public boolean admits(Persona person) {
            return true;
        }
    }

    /**
     * A conversation, or a thread of the channel.
     *
     * @param root the first post of the thread; empty outside threads
     */
    record RoomThread(PlaygroundConversation room, Optional<String> root) {
        /** The conversation id; in a thread it includes the root, as in Teams. */
        public String conversationId() {
            return root.map(post -> room.id() + ";messageid=" + post).orElse(room.id());
        }
    }
}
