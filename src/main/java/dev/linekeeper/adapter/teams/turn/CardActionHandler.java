package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.AdaptiveCardInvokeResponse;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.cards.CardActivity;
import dev.linekeeper.adapter.teams.cards.RenderedCard;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.FailureReference;
import dev.linekeeper.chat.MessageCards;
import dev.linekeeper.core.request.RequestId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Answers button presses on cards (Action.Execute) and cards that refresh for their viewer. The response has the card that
 * replaces the cardId one; when that takes too long, it has an interim message and the card follows. Thread-safe.
 */
public final class CardActionHandler {
    static final String INVOKE = "adaptiveCard/action";

    private static final Logger log = LoggerFactory.getLogger(CardActionHandler.class);
    private static final String MESSAGE = "application/vnd.microsoft.activity.message";
    private static final String ERROR = "application/vnd.microsoft.error";

    private final Chat chat;
    private final MessageCards cards;
    private final BestEffortAddresses addresses;
    private final Replies replies;
    private final AsyncTaskExecutor turns;

    CardActionHandler(
            Chat chat, MessageCards cards, BestEffortAddresses addresses, Replies replies, AsyncTaskExecutor turns) {
        this.chat = chat;
        this.cards = cards;
        this.addresses = addresses;
        this.replies = replies;
        this.turns = turns;
    }

    InvokeResponse answer(TurnContext turn, KnownSender sender) {
        addresses.heard(sender.address());
        return ActivityReader.ofCardAction(turn.getActivity())
                .map(input -> answer(turn, sender, input))
                .orElseGet(() -> error(400, "BadRequest", "The action has no verb."));
    }

    private InvokeResponse answer(TurnContext turn, KnownSender sender, ChatInput input) {
        String cardId = turn.getActivity().getReplyToId() == null
                ? ""
                : turn.getActivity().getReplyToId();
        boolean refreshes = ActivityReader.isRefresh(turn.getActivity());
        Future<Answer> work = turns.submit(() -> Optional.of(cardId)
                .filter(_ -> refreshes)
                .flatMap(id -> current(sender, id))
                .orElseGet(() -> chat.answer(sender.caller(), input)));
        try {
            Answer answer = work.get(wait(turn).toMillis(), TimeUnit.MILLISECONDS);
            RenderedCard card = replies.replacement(cardId, sender, answer);
            return response(200, CardActivity.ADAPTIVE_CARD, CardActivity.content(card));
        } catch (TimeoutException _) {
            turns.execute(() -> follow(turn, sender, cardId, work));
            return message(BotNotice.RECEIVED.in(sender.caller().locale()));
        } catch (ExecutionException e) {
            var reference = FailureReference.fresh();
            log.error("action=press outcome=failed reference={}", reference, e.getCause());
            return error(500, "InternalError", reference);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return error(503, "ShuttingDown", "The bot is shutting down.");
        }
    }

    /**
     * The card of a topic as it is now, for somebody who sees it where it was posted: their client asks by itself, which is
     * no command, so that they need no role for it.
     */
    private Optional<Answer> current(KnownSender sender, String cardId) {
        return addresses
                .topic(sender.address(), cardId)
                .flatMap(RequestId::parse)
                .map(request -> cards.of(BotMessage.card(request), sender.caller()));
    }

    /** Nothing when the request has ended meanwhile: the card follows then. */
    private static Duration wait(TurnContext turn) {
        Duration left = TeamsAdapter.left(turn).minus(TurnTimeouts.INVOKE_REQUEST.minus(TurnTimeouts.INVOKE));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void follow(TurnContext turn, KnownSender sender, String cardId, Future<Answer> work) {
        if (AnswerWait.isOver(work, TurnTimeouts.LATE_ANSWER) && work.state() == Future.State.SUCCESS) {
            if (cardId.isEmpty()) {
                replies.post(turn, sender, work.resultNow());
            } else {
                replies.replace(turn, sender, cardId, work.resultNow());
            }
        }
    }

    static InvokeResponse message(String text) {
        return response(200, MESSAGE, text);
    }

    static InvokeResponse error(int status, String code, String message) {
        return response(status, ERROR, Map.of("code", code, "message", message));
    }

    /** The HTTP status is always 200; the status of the action is in the body. */
    private static InvokeResponse response(int status, String type, Object value) {
        var response = new AdaptiveCardInvokeResponse();
        response.setStatusCode(status);
        response.setType(type);
        response.setValue(value);
        return new InvokeResponse(200, response);
    }
}
