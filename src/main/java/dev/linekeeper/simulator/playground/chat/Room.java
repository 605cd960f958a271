package dev.linekeeper.simulator.playground.chat;

import java.util.Optional;

/** A conversation of the page: somebody's own chat with the bot, or the one channel everybody reads. */
public sealed interface Room {
    /** The Bot Framework conversation id. */
    String id();

    boolean admits(Persona person);

    /** {@code a:<object id>}: the same after a restart, so that the bot can still write to it. */
    record Personal(Persona owner) implements Room {
        @Override
        public String id() {
            return "a:" + owner.oid();
        }

        @Override
        public boolean admits(Persona person) {
            return person.equals(owner);
        }
    }

    record Channel(String team, String name) implements Room {
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
     * Where in a room something is said.
     *
     * @param root the post a reply belongs to; only channels have threads
     */
    record RoomThread(Room room, Optional<String> root) {
        /** As Teams writes it: replies to a post carry the post in the conversation id. */
        public String conversationId() {
            return root.map(post -> room.id() + ";messageid=" + post).orElse(room.id());
        }
    }
}
