package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.UserId;
import java.util.function.Function;

/** Sends an answer elsewhere than where it was asked for, while the person waits; everything else goes by the {@link MessageQueue}. */
@FunctionalInterface
public interface Outbox {
    /** Shows the answer in the person's own chat with the bot. */
    Delivery show(UserId person, Function<Caller, Answer> answer);

    /** Whether a card reached its reader. */
    sealed interface Delivery {
        record Delivered() implements Delivery {}

        /** {@code why} is for whoever asked, such as "No chat with the bot yet". */
        record Undeliverable(String why) implements Delivery {}
    }
}
