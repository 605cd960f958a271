package dev.linekeeper.simulator.playground;

import java.util.List;

/** What a page that is open is told. */
sealed interface Event {
    String name();

    /** A message was posted or changed. */
    record Said(Page.MessageView message) implements Event {
        @Override
        public String name() {
            return "message";
        }
    }

    record Typing(String room) implements Event {
        @Override
        public String name() {
            return "typing";
        }
    }

    /** Lists and unread marks changed. */
    record Listed(List<Page.RoomView> rooms, List<Page.PersonaView> personas) implements Event {
        @Override
        public String name() {
            return "rooms";
        }
    }

    /** The bot wrote to another persona, who may be the one to play next. */
    record Elsewhere(Page.PersonaView persona, String preview) implements Event {
        @Override
        public String name() {
            return "elsewhere";
        }
    }

    /** A message could not be delivered. */
    record Trouble(String what, String advice, String message) implements Event {
        @Override
        public String name() {
            return "trouble";
        }
    }

    /** Everything was cleared. */
    record StartedOver() implements Event {
        @Override
        public String name() {
            return "reset";
        }
    }
}
