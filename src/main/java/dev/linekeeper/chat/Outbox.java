package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.UserId;
import java.util.function.Function;

/** Sends cards that answer no message: requests to approve, progress, outcomes. */
public interface Outbox {
    /**
     * Shows the answer in the person's own chat with the bot. When the answer has a topic and the person already has
     * cards of that topic, those are replaced; otherwise a new one is posted.
     */
    Delivery show(UserId person, Function<Caller, Answer> answer);

    /** Replaces every card of the topic that was ever posted, each as its reader may see it. */
    void refresh(String topic, Function<Caller, Answer> answer);

    /** Whether a card reached its reader. */
    sealed interface Delivery {
        record Delivered() implements Delivery {}

        /** {@code why} is for the requester, such as "Lee has no chat with the bot". */
        record Undeliverable(String why) implements Delivery {}
    }
}
