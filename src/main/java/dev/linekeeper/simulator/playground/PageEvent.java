package dev.linekeeper.simulator.playground;

import java.util.List;

/** An event sent to the open pages. */
sealed interface PageEvent {
    /** As the page knows it. */
    default String name() {
        return switch (this) {
            case MessageEvent _ -> "message";
            case TypingEvent _ -> "typing";
            case ListsEvent _ -> "rooms";
            case ElsewhereEvent _ -> "elsewhere";
            case DeliveryFailedEvent _ -> "trouble";
            case ResetEvent _ -> "reset";
        };
    }

    /** A message was posted or changed. */
    record MessageEvent(Page.MessageView message) implements PageEvent {}

    record TypingEvent(String room) implements PageEvent {}

    /** Lists or unread counts changed. */
    record ListsEvent(List<Page.RoomView> rooms, List<Page.PersonaView> personas) implements PageEvent {}

    /** The bot wrote to another persona. */
    record ElsewhereEvent(Page.PersonaView persona, String preview) implements PageEvent {}

    /** A message could not be delivered. */
    record DeliveryFailedEvent(String what, String advice, String message) implements PageEvent {}

    /** Everything was cleared. */
    record ResetEvent() implements PageEvent {}
}
