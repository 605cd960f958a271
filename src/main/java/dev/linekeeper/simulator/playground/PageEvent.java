package dev.linekeeper.simulator.playground;

import java.util.List;

/** An event sent to the open pages. */
sealed interface PageEvent {
    String name();

    /** A message was posted or changed. */
    record MessageEvent(Page.MessageView message) implements PageEvent {
        @Override
        public String name() {
            return "message";
        }
    }

    record TypingEvent(String room) implements PageEvent {
        @Override
        public String name() {
            return "typing";
        }
    }

    /** Lists or unread counts changed. */
    record ListsEvent(List<Page.RoomView> rooms, List<Page.PersonaView> personas) implements PageEvent {
        @Override
        public String name() {
            return "rooms";
        }
    }

    /** The bot wrote to another persona. */
    record ElsewhereEvent(Page.PersonaView persona, String preview) implements PageEvent {
        @Override
        public String name() {
            return "elsewhere";
        }
    }

    /** A message could not be delivered. */
    record DeliveryFailedEvent(String what, String advice, String message) implements PageEvent {
        @Override
        public String name() {
            return "trouble";
        }
    }

    /** Everything was cleared. */
    record ResetEvent() implements PageEvent {
        @Override
        public String name() {
            return "reset";
        }
    }
}
