package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.MessageQueue;

/** Notes cards that were posted. One whose topic has moved on while it was on its way is replaced at once. Thread-safe. */
public record CardCopies(Addresses addresses, MessageQueue queue) {
    /** {@code version} is the one of the topic that the card shows. */
    public void posted(CardCopy copy, long version) {
        addresses.posted(copy);
        queue.refreshIfOlder(copy, version);
    }
}
