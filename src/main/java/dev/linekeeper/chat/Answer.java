package dev.linekeeper.chat;

import java.util.List;
import java.util.Optional;

/** What we answer; one record a card. The template of the same name in kebab case shows it. */
public sealed interface Answer {
    /** Under which name the card can be found again to be replaced, such as {@code SC-1042}; most cards have none. */
    default Optional<String> topic() {
        return Optional.empty();
    }

    /** What the caller may say here. */
    record Help(List<String> phrases) implements Answer {}

    /** Something unforeseen; {@code reference} finds it in the log. */
    record Sorry(String reference) implements Answer {}
}
