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
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.Answer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends answers to the conversation of the current turn. Records each posted card that has a topic, such as a request, so
 * that it can be replaced when the topic changes. A reply that cannot be sent is logged. Thread-safe.
 */
public final class Replies {
    private static final Logger log = LoggerFactory.getLogger(Replies.class);

    private final CardRenderer renderer;
    private final BestEffortAddresses addresses;

    Replies(CardRenderer renderer, BestEffortAddresses addresses) {
        this.renderer = renderer;
        this.addresses = addresses;
    }

    /** Posts the answer as a new message; who cannot be sent it, or may not have got it, is told so in a short text. */
    void post(TurnContext turn, KnownSender sender, Answer answer) {
        attempt("reply", () -> {
            RenderedCard card = renderer.of(answer, sender.caller());
            try {
                String id = turn.sendActivity(CardActivity.of(card, sender.address()))
                        .join()
                        .getId();
                record(sender, answer, id);
            } catch (ConnectorFailure failure) {
                shortNotice(failure)
                        .ifPresent(notice -> say(turn, notice.in(sender.caller().locale())));
                throw failure;
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
        attempt("replace", () -> {
            Activity activity = CardActivity.of(renderer.of(answer, sender.caller()), sender.address());
            activity.setId(activityId);
            turn.updateActivity(activity).join();
            record(sender, answer, activityId);
        });
    }

    /** The answer's card, for an invoke response, which replaces the card with that id. */
    RenderedCard replacement(String activityId, KnownSender sender, Answer answer) {
        RenderedCard card = renderer.of(answer, sender.caller());
        record(sender, answer, activityId);
        return card;
    }

    void say(TurnContext turn, String text) {
        attempt("say", () -> turn.sendActivity(text).join());
    }

    void typing(TurnContext turn) {
        attempt(
                "typing",
                () -> turn.sendActivity(new Activity(ActivityTypes.TYPING)).join());
    }

    private void record(KnownSender sender, Answer answer, String activityId) {
        if (!activityId.isEmpty()) {
            answer.topic()
                    .ifPresent(topic ->
                            addresses.posted(new CardCopy(topic, sender.address(), activityId), answer.version()));
        }
    }

    private static void attempt(String action, Runnable sending) {
        try {
            sending.run();
        } catch (ConnectorFailure failure) {
            log.warn("action={} outcome={} detail={}", action, failure.kind(), failure.getMessage());
        }
    }
}
