package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.AdaptiveCardInvokeResponse;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.cards.CardActivity;
import dev.linekeeper.adapter.teams.cards.Markdown;
import dev.linekeeper.adapter.teams.cards.RenderedCard;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.FailureReference;
import dev.linekeeper.chat.MessageCards;
import dev.linekeeper.chat.MessageLanes.DueMessage;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers button presses on cards (Action.Execute) and cards that refresh for their viewer. The response has the card that
 * replaces the one pressed; when that takes too long, it has an interim message and the card follows, except for a card that
 * refreshes: it stands there, and its client asks again. Thread-safe.
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
    private final LongAnswers answers;

    CardActionHandler(
            Chat chat, MessageCards cards, BestEffortAddresses addresses, Replies replies, LongAnswers answers) {
        this.chat = chat;
        this.cards = cards;
        this.addresses = addresses;
        this.replies = replies;
        this.answers = answers;
    }

    InvokeResponse answer(TurnContext turn, KnownSender sender) {
        addresses.heard(sender.address());
        try {
            return ActivityReader.ofCardAction(turn.getActivity())
                    .map(input -> answer(turn, sender, input))
                    .orElseGet(() -> error(400, "BadRequest", "The action has no verb."));
        } catch (RuntimeException failure) {
            var reference = FailureReference.fresh();
            log.error("action=press outcome=failed reference={}", reference, failure);
            InvokeResponse error = error(500, "InternalError", reference);
            if (!TeamsAdapter.respond(turn, error)) {
                TeamsAdapter.unanswered(turn);
            }
            return error;
        }
    }

    private InvokeResponse answer(TurnContext turn, KnownSender sender, ChatInput input) {
        Activity press = turn.getActivity();
        String cardId = press.getReplyToId() == null ? "" : press.getReplyToId();
        boolean refreshes = ActivityReader.isRefresh(press);
        Optional<DueMessage> waited =
                Optional.of(cardId).filter(id -> !id.isEmpty()).flatMap(id -> addresses.waiting(sender.address(), id));
        Answer answer = Optional.of(cardId)
                .filter(_ -> refreshes)
                .flatMap(id -> refreshed(sender, id, input))
                .orElseGet(() -> answers.of(
                        () -> chat.answer(sender.caller(), input), soFar -> show(turn, sender, cardId, soFar)));
        if (refreshes && answer.topic().isEmpty()) {
            return error(404, "NotFound", "There is nothing newer to show.");
        }
        if (answer instanceof Answer.OfferedFile) {
            return offered(turn, sender, answer);
        }
        RenderedCard card = replies.replacement(cardId, sender, answer);
        if (answer instanceof Answer.NotAllowed && sender.caller().othersReadAlong()) {
            return refused(turn, card.fallback());
        }
        waited.ifPresent(addresses::answered);
        InvokeResponse response = response(200, CardActivity.ADAPTIVE_CARD, CardActivity.content(card));
        if (!TeamsAdapter.respond(turn, response) && !refreshes) {
            follow(turn, sender, cardId, answer);
        }
        return response;
    }

    /** Shows how far an answer is in the place of the card pressed. */
    private void show(TurnContext turn, KnownSender sender, String cardId, Answer soFar) {
        RenderedCard card = replies.replacement(cardId, sender, soFar);
        if (!TeamsAdapter.respond(turn, response(200, CardActivity.ADAPTIVE_CARD, CardActivity.content(card)))
                && !cardId.isEmpty()) {
            replies.interim(turn, sender, cardId, soFar);
        }
    }

    /**
     * The card of a topic as it is now, for somebody who sees it where it was posted: their client asks by itself, which is
     * no command. Empty while it cannot be read whether they may see it.
     */
    private Optional<Answer> refreshed(KnownSender sender, String cardId, ChatInput input) {
        try {
            return addresses
                    .topic(sender.address(), cardId)
                    .flatMap(RequestId::parse)
                    .map(request -> cards.of(BotMessage.card(request), sender.caller()))
                    .or(() -> unknown(sender, input));
        } catch (BackendFailure unread) {
            return Optional.empty();
        }
    }

    /**
     * The card of the request that a card names which the bot does not know, as it was posted in the moment of a kill. Only
     * in the reader's own chat: it replaces what they see.
     */
    private Optional<Answer> unknown(KnownSender sender, ChatInput input) {
        return input instanceof ChatInput.ButtonPress(var verb, var inputs)
                        && verb.equals(CommandVerbs.REQUEST)
                        && !sender.caller().othersReadAlong()
                ? RequestId.parse(inputs.getOrDefault(Slot.REQUEST.key(), ""))
                        .flatMap(request -> cards.refreshed(request, sender.caller()))
                : Optional.empty();
    }

    /** The card stays; a refusal for which Teams waits no longer follows as a message to whoever pressed. */
    private InvokeResponse refused(TurnContext turn, String text) {
        InvokeResponse response = message(text);
        if (!TeamsAdapter.respond(turn, response)) {
            var name =
                    Optional.ofNullable(turn.getActivity().getFrom().getName()).orElse("");
            replies.say(turn, name.isBlank() ? text : "%s: %s".formatted(Markdown.quote(name), text));
        }
        return response;
    }

    /** A response carries no question for consent: it follows, and the card stays. */
    private InvokeResponse offered(TurnContext turn, KnownSender sender, Answer file) {
        replies.post(turn, sender, file);
        return message(BotNotice.FILE_BELOW.in(sender.locale()));
    }

    /** Sends what the response can no longer carry. */
    private void follow(TurnContext turn, KnownSender sender, String cardId, Answer answer) {
        if (cardId.isEmpty()) {
            replies.post(turn, sender, answer);
        } else {
            replies.replace(turn, sender, cardId, answer);
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
