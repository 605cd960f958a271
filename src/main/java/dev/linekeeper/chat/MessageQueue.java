package dev.linekeeper.chat;

import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Messages still to be sent and cards still to be replaced, kept in the store so that they outlive the process. What is
 * wanted twice before it is sent is sent once, in its newest state. They wait in lanes, one a conversation, of which only
 * one message is sent at a time, so that an older state cannot overtake a newer one.
 */
public interface MessageQueue {
    /**
     * A message that may be sent.
     *
     * @param person to whom it is posted; empty when the card {@code activityId} in the conversation is replaced
     * @param revision grows each time it is wanted again
     * @param tries how often it failed
     * @param since when it was first wanted
     */
    record DueMessage(
            String lane,
            BotMessage message,
            Optional<UserId> person,
            String activityId,
            long revision,
            int tries,
            Instant since) {}

    /** Wants the message in the person's own chat; one that is sent once and was sent already is not sent again. */
    default void post(UserId person, BotMessage message) {
        post(person, message, Duration.ZERO);
    }

    /** The same, not before so long. */
    void post(UserId person, BotMessage message, Duration notBefore);

    /** Wants every card of the request replaced, those still to be posted included. */
    void refresh(RequestId request);

    /** The same except in one lane: others are told that the request's card reached somebody there, or did not. */
    void refreshElsewhere(RequestId request, String lane);

    /** Wants a card replaced that shows an older version of its request than there is. */
    void refreshIfOlder(CardCopy copy, long version);

    /** Sends again what could not be sent to this person: they can be written to now. */
    void resume(UserId person);

    /** Approvers and others whom the card of the request has not reached, each with the key of the message that says why. */
    Map<UserId, String> unreached(RequestId request);

    /** Lanes in which something may be sent now. */
    List<String> dueLanes();

    /** What may be sent in the lane now; what has just been sent and is wanted again comes last. */
    List<DueMessage> due(String lane);

    /** When something may next be sent in the lane; empty when nothing waits. */
    Optional<Instant> next(String lane);

    /** It was sent; it stays when it was wanted again meanwhile. */
    void sent(DueMessage message);

    /** Tries it again later. */
    void postpone(DueMessage message, Instant until, String why);

    /** Keeps it until the person can be written to; a replacement is dropped. */
    void giveUp(DueMessage message, String why);

    /** Takes it out, whatever became of it. */
    void discard(DueMessage message);

    /** Tells the listener each lane that got something to send. */
    void whenWanted(Consumer<String> listener);
}
