package dev.linekeeper.chat;

import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Messages still to be sent and cards still to be replaced, kept in the store so that they outlive the process. What is
 * wanted twice before it is sent is sent once, in its newest state. They wait in {@link MessageLanes}.
 */
public interface MessageQueue {
    /** Wants the message in the person's own chat; one that is sent once and was sent already is not sent again. */
    default void post(UserId person, BotMessage message) {
        post(person, message, Duration.ZERO);
    }

    /** The same, not before so long. */
    void post(UserId person, BotMessage message, Duration notBefore);

    /** The same for everybody in a conversation that is no person's own chat. */
    void postIn(String conversation, BotMessage message);

    /** Wants every card of the request replaced, those still to be posted included. */
    void refresh(RequestId request);

    /** The same for a batch that is being applied since then, at its {@link ProgressPace}. */
    void refreshAtPace(RequestId batch, Instant since);

    /** The same for whoever asked, whose card alone says whom the request has not reached. */
    void refreshForRequester(RequestId request);

    /** Wants a card replaced that shows an older version of its request than there is. */
    void refreshIfOlder(CardCopy copy, long version);

    /** Sends again what could not be sent to this person: they can be written to now. */
    void resume(UserId person);

    /** Approvers and others whom the card of the request has not reached, each with the key of the message that says why. */
    Map<UserId, String> unreached(RequestId request);

    /** Tells the listener each lane that got something to send. */
    void whenWanted(Consumer<String> listener);
}
