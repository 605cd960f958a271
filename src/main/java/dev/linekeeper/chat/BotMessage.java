package dev.linekeeper.chat;

import dev.linekeeper.core.request.RequestId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A message the bot sends of its own accord: what it is about, not what it says. Its card is made when it is sent, so
 * that it says what is true then.
 *
 * @param occasion tells messages of one kind about one request apart; empty for a kind that is sent once
 */
public record BotMessage(MessageKind kind, RequestId request, String occasion) {
    /** The names are stored: do not rename. */
    public enum MessageKind {
        /** The request as it is; one card a person, which is replaced. */
        CARD,
        /** The card of a batch that is being applied, replaced at its {@link ProgressPace}. */
        PROGRESS,
        /** Nobody has decided yet. */
        REMINDER,
        /** What became of it, for those who have to know; one a move. */
        OUTCOME,
        /** What somebody has until a day is about to end. */
        ENDING,
        /** News for voice admins. */
        NEWS
    }

    public static BotMessage card(RequestId request) {
        return new BotMessage(MessageKind.CARD, request, "");
    }

    /** How far a batch is that is being applied since then. */
    public static BotMessage progress(RequestId batch, Instant since) {
        String second = since.truncatedTo(ChronoUnit.SECONDS).toString();
        return new BotMessage(MessageKind.PROGRESS, batch, second);
    }

    /** A reminder; two within an hour are one. */
    public static BotMessage reminder(RequestId request, Instant now) {
        return new BotMessage(
                MessageKind.REMINDER, request, now.truncatedTo(ChronoUnit.HOURS).toString());
    }

    /** That it is about to end; two within a day are one. */
    public static BotMessage ending(RequestId request, Instant now) {
        return new BotMessage(
                MessageKind.ENDING, request, now.truncatedTo(ChronoUnit.DAYS).toString());
    }

    /** News, by its number. */
    public static BotMessage news(RequestId number) {
        return new BotMessage(MessageKind.NEWS, number, "");
    }

    /** What the move that made this version of the request led to. */
    public static BotMessage outcome(RequestId request, long version) {
        return new BotMessage(MessageKind.OUTCOME, request, Long.toString(version));
    }
}
