package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The lanes of the {@link MessageQueue}, one a conversation: one message at a time, so that no state overtakes a newer one. */
public interface MessageLanes {
    /**
     * A message that may be sent.
     *
     * @param person to whom it is posted; empty when the card {@code activityId} in the conversation is replaced, or where that is
     *     empty as well, when it is posted for everybody there
     * @param revision grows each time it is wanted again
     * @param begun whether its post was begun and never ended, as when the process is killed: it may have been read
     */
    record DueMessage(
            String lane,
            BotMessage message,
            Optional<UserId> person,
            String activityId,
            long revision,
            int tries,
            Instant since,
            boolean begun) {
        /** Whether it is posted for everybody in the conversation of its lane. */
        public boolean isForEverybody() {
            return person.isEmpty() && activityId.isEmpty();
        }
    }

    /** Lanes in which something may be sent now. */
    List<String> dueLanes();

    /** What may be sent in the lane now; what has just been sent and is wanted again comes last. */
    List<DueMessage> due(String lane);

    /** When something may next be sent in the lane; empty when nothing waits. */
    Optional<Instant> next(String lane);

    /** Notes that its post begins. */
    void begin(DueMessage message);

    /** It was sent; it stays when it was wanted again meanwhile. */
    void sent(DueMessage message);

    /** Tries it again later. */
    void postpone(DueMessage message, Instant until, String why);

    /** Keeps it until the person can be written to; a replacement is dropped. */
    void giveUp(DueMessage message, String why);

    /** Takes it out, whatever became of it. */
    void discard(DueMessage message);
}
