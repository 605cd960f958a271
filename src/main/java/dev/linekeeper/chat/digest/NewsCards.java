package dev.linekeeper.chat.digest;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.service.digest.NewsItem;

/** Makes the cards of one kind of news; one bean a kind. */
public interface NewsCards {
    /** The kind, as {@link dev.linekeeper.service.digest.AdminNews#post} is given it. */
    String kind();

    /**
     * The card as it is now, in the reader's language. It is replaced when the news changes where its topic is the number of the
     * item, as that of a {@link Answer.RequestCard} is; others stay as they were posted.
     *
     * @param reader where {@link Caller#othersReadAlong} it is read by everybody in a channel, roles or not: no telephone numbers and
     *     no details of anybody there. Buttons a voice admin may press are offered to all; who presses is looked up as ever.
     * @throws RuntimeException when it cannot be made now: it is tried again later
     */
    Answer card(NewsItem item, Caller reader);
}
