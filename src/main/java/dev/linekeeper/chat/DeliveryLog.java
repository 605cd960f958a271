package dev.linekeeper.chat;

import java.time.Instant;
import java.util.List;

/** How far each activity is: channels may deliver one more than once, to any replica, and a process may end before its answer. */
public interface DeliveryLog {
    /** How far an activity is; the caller who is told {@code FIRST} answers it now. */
    enum DeliveryState {
        FIRST,
        UNDER_WAY,
        ANSWERED
    }

    /**
     * An activity that is still to be answered though the channel will not deliver it again.
     *
     * @param activity as it was received, in JSON: what people write, so that it is kept no longer than needed
     * @param serviceUrl where the verified token says that it came from; empty when there was no token
     * @param since when it was first kept
     */
    record KeptActivity(String id, String activity, String serviceUrl, Instant since) {}

    /**
     * Notes that an activity is being answered, unless somebody else is at it or it was answered before.
     *
     * @param deadBefore another process that began before and did not {@link #renew} since is no longer at it
     */
    DeliveryState begin(String id, Instant now, Instant deadBefore);

    void renew(String id, Instant now);

    /** Forgets what was kept of it. */
    void answered(String id, Instant now);

    /** Forgets that it was begun. */
    void unanswered(String id);

    /** Forgets that it was answered, so that it is new. */
    void forget(String id);

    /** Keeps an activity until it is answered; {@link #abandoned} shows it when it is due, which a second call puts off. */
    void keep(KeptActivity activity, Instant due);

    /** Kept activities that are due and that nobody is at, the oldest first, some at a time. */
    List<KeptActivity> abandoned(Instant now, Instant deadBefore);
}
