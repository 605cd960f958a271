package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.AdaptiveCardInvokeResponse;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.cards.CardActivity;
import dev.linekeeper.adapter.teams.cards.RenderedCard;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Reference;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Answers buttons of cards (Action.Execute), and cards that ask how they look to the person viewing them (refresh). The
 * response carries the card that takes the place of the one pressed; when that takes too long, it carries a promise and the
 * card follows as a message. Safe for concurrent callers.
 */
public final class CardActionHandler {
    static final String INVOKE = "adaptiveCard/action";

    private static final Logger log = LoggerFactory.getLogger(CardActionHandler.class);
    private static final String MESSAGE = "application/vnd.microsoft.activity.message";
    private static final String ERROR = "application/vnd.microsoft.error";

    private final Chat chat;
    private final Replies replies;
    private final AsyncTaskExecutor turns;

    CardActionHandler(Chat chat, Replies replies, AsyncTaskExecutor turns) {
        this.chat = chat;
        this.replies = replies;
        this.turns = turns;
    }

    InvokeResponse answer(TurnContext turn, KnownSender speaker) {
        return ActivityReader.ofCardAction(turn.getActivity())
                .map(ask -> answer(turn, speaker, ask))
                .orElseGet(() -> error(400, "BadRequest", "The action has no verb."));
    }

    private InvokeResponse answer(TurnContext turn, KnownSender speaker, ChatInput ask) {
        Future<Answer> work = turns.submit(() -> chat.answer(speaker.caller(), ask));
        String pressed = turn.getActivity().getReplyToId() == null
                ? ""
                : turn.getActivity().getReplyToId();
        try {
            Answer answer = work.get(TurnTimeouts.INVOKE.toMillis(), TimeUnit.MILLISECONDS);
            RenderedCard card = replies.inPlaceOf(pressed, speaker, answer);
            return response(200, CardActivity.ADAPTIVE_CARD, CardActivity.content(card));
        } catch (TimeoutException _) {
            turns.execute(() -> follow(turn, speaker, pressed, work));
            return message(BotNotice.RECEIVED.in(speaker.caller().locale()));
        } catch (ExecutionException e) {
            var reference = Reference.fresh();
            log.error("action=press outcome=failed reference={}", reference, e.getCause());
            return error(500, "InternalError", reference);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return error(503, "ShuttingDown", "The bot is shutting down.");
        }
    }

    private void follow(TurnContext turn, KnownSender speaker, String pressed, Future<Answer> work) {
        if (TimedWait.isOver(work, TurnTimeouts.LATE_ANSWER) && work.state() == Future.State.SUCCESS) {
            if (pressed.isEmpty()) {
                replies.post(turn, speaker, work.resultNow());
            } else {
                replies.replace(turn, speaker, pressed, work.resultNow());
            }
        }
    }

    static InvokeResponse message(String text) {
        return response(200, MESSAGE, text);
    }

    static InvokeResponse error(int status, String code, String message) {
        return response(status, ERROR, Map.of("code", code, "message", message));
    }

    /** The invoke itself always succeeds; the status of the action is inside. */
    private static InvokeResponse response(int status, String type, Object value) {
        var response = new AdaptiveCardInvokeResponse();
        response.setStatusCode(status);
        response.setType(type);
        response.setValue(value);
        return new InvokeResponse(200, response);
    }
}
