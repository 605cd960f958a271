package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.cards.CardActivity;
import dev.linekeeper.adapter.teams.cards.CardRenderer;
import dev.linekeeper.adapter.teams.cards.RenderedCard;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.adapter.teams.connector.ConnectorFailure;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends answers into the conversation a message came from. Where a card with a topic was posted is noted, so that the card
 * can be replaced when the topic (a request, say) moves on. A reply the channel does not take is logged: there is nobody
 * else to tell. Safe for concurrent callers.
 */
public final class Replies {
    private static final Logger log = LoggerFactory.getLogger(Replies.class);

    private final CardRenderer rendering;
    private final BestEffortAddresses addresses;

    Replies(CardRenderer rendering, BestEffortAddresses addresses) {
        this.rendering = rendering;
        this.addresses = addresses;
    }

    /** Posts the answer as a message of its own. */
    void post(TurnContext turn, KnownSender speaker, Answer answer) {
        attempt("reply", () -> {
            RenderedCard card = rendering.of(answer, speaker.caller());
            String id = turn.sendActivity(CardActivity.of(card, speaker.address()))
                    .join()
                    .getId();
            note(speaker, answer, id);
        });
    }

    /** Puts the answer in place of a card that was posted before. */
    void replace(TurnContext turn, KnownSender speaker, String activityId, Answer answer) {
        attempt("replace", () -> {
            Activity activity = CardActivity.of(rendering.of(answer, speaker.caller()), speaker.address());
            activity.setId(activityId);
            turn.updateActivity(activity).join();
            note(speaker, answer, activityId);
        });
    }

    /** The card of the answer, for a response that carries it itself in place of the card with that id. */
    RenderedCard inPlaceOf(String activityId, KnownSender speaker, Answer answer) {
        RenderedCard card = rendering.of(answer, speaker.caller());
        note(speaker, answer, activityId);
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

    private void note(KnownSender speaker, Answer answer, String activityId) {
        if (!activityId.isEmpty()) {
            answer.topic().ifPresent(topic -> addresses.posted(new CardCopy(topic, speaker.address(), activityId)));
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
