package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.cards.CardActivity;
import dev.linekeeper.adapter.teams.cards.CardRenderer;
import dev.linekeeper.adapter.teams.cards.RenderedCard;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.adapter.teams.connector.ConnectorFailure;
import dev.linekeeper.adapter.teams.connector.ConnectorFailure.ConnectorFailureKind;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.Answer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends answers to the conversation of the current turn. Records each posted card that has a topic, such as a request, so
 * that it can be replaced when the topic changes. A reply that cannot be sent is logged. Thread-safe.
 */
public final class Replies {
    private static final Logger log = LoggerFactory.getLogger(Replies.class);

    private static final Set<ConnectorFailureKind> WITHOUT_HOPE = EnumSet.of(
            ConnectorFailureKind.GONE,
            ConnectorFailureKind.REMOVED,
            ConnectorFailureKind.BLOCKED,
            ConnectorFailureKind.FORBIDDEN,
            ConnectorFailureKind.TOO_LARGE,
            ConnectorFailureKind.REFUSED,
            ConnectorFailureKind.NOT_ALLOWED);

    private final CardRenderer renderer;
    private final BestEffortAddresses addresses;

    Replies(CardRenderer renderer, BestEffortAddresses addresses) {
        this.renderer = renderer;
        this.addresses = addresses;
    }

    /**
     * Posts the answer as a new message; who cannot be sent it, or may not have got it, is told so in a short text. Whether that
     * is settled, {@link #attempt}.
     */
    boolean post(TurnContext turn, KnownSender sender, Answer answer) {
        return attempt("reply", turn, () -> {
            Activity message = renderer.message(answer, sender.caller(), sender.address());
            try {
                String id = turn.sendActivity(message).join().getId();
                record(sender, answer, id);
            } catch (ConnectorFailure failure) {
                log.warn("action=reply outcome={} detail={}", failure.kind(), failure.getMessage());
                turn.sendActivity(shortNotice(failure)
                                .orElseThrow(() -> failure)
                                .in(sender.caller().locale()))
                        .join();
            }
        });
    }

    private static Optional<BotNotice> shortNotice(ConnectorFailure failure) {
        return switch (failure.kind()) {
            case TOO_LARGE, REFUSED -> Optional.of(BotNotice.TOO_LARGE);
            case UNKNOWN, UNAVAILABLE -> Optional.of(BotNotice.REPLY_LOST);
            default -> Optional.empty();
        };
    }

    /** Replaces a posted card by the answer. */
    void replace(TurnContext turn, KnownSender sender, String activityId, Answer answer) {
        attempt("replace", turn, () -> {
            Activity activity = CardActivity.of(renderer.of(answer, sender.caller()), sender.address());
            activity.setId(activityId);
            turn.updateActivity(activity).join();
            record(sender, answer, activityId);
        });
    }

    /** Shows what an answer will take the place of: as a card of its own, or in that card's place. Its id; empty when there is none. */
    String interim(TurnContext turn, KnownSender sender, String activityId, Answer soFar) {
        Activity activity = CardActivity.of(renderer.of(soFar, sender.caller()), sender.address());
        try {
            if (activityId.isEmpty()) {
                return turn.sendActivity(activity).join().getId();
            }
            activity.setId(activityId);
            turn.updateActivity(activity).join();
        } catch (ConnectorFailure failure) {
            log.info("action=show-progress outcome={}", failure.kind());
        }
        return activityId;
    }

    /** The answer's card, for an invoke response, which replaces the card with that id. */
    RenderedCard replacement(String activityId, KnownSender sender, Answer answer) {
        RenderedCard card = renderer.of(answer, sender.caller());
        record(sender, answer, activityId);
        return card;
    }

    /** Sends what is no answer of the chat. */
    void send(TurnContext turn, Activity message) {
        attempt("send", turn, () -> turn.sendActivity(message).join());
    }

    void say(TurnContext turn, String text) {
        attempt("say", turn, () -> turn.sendActivity(text).join());
    }

    /** Shows that an answer is being written; nothing when that fails. */
    void typing(TurnContext turn) {
        try {
            turn.sendActivity(new Activity(ActivityTypes.TYPING)).join();
        } catch (ConnectorFailure failure) {
            log.debug("action=typing outcome={}", failure.kind());
        }
    }

    private void record(KnownSender sender, Answer answer, String activityId) {
        if (!activityId.isEmpty()) {
            answer.topic()
                    .ifPresent(topic ->
                            addresses.posted(new CardCopy(topic, sender.address(), activityId), answer.version()));
        }
    }

    /** False, and noted in the turn, when another try may succeed: the conversation is there and the bot may write to it. */
    private static boolean attempt(String action, TurnContext turn, Runnable sending) {
        try {
            sending.run();
            return true;
        } catch (ConnectorFailure failure) {
            log.warn("action={} outcome={} detail={}", action, failure.kind(), failure.getMessage());
            boolean isSettled = WITHOUT_HOPE.contains(failure.kind());
            if (!isSettled) {
                TeamsAdapter.unanswered(turn);
            }
            return isSettled;
        }
    }
}
