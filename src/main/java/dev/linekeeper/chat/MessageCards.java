package dev.linekeeper.chat;

/** Makes the card of a message, as its reader may see it now. */
@FunctionalInterface
public interface MessageCards {
    Answer of(BotMessage message, Caller reader);
}
