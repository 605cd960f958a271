package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.adapter.teams.connector.ConnectorFailure;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.ChatInput;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers messages: text, and button presses that arrive as messages. Thread-safe. */
public final class MessageHandler {
    private static final Logger log = LoggerFactory.getLogger(MessageHandler.class);

    private final Chat chat;
    private final BestEffortAddresses addresses;
    private final Replies replies;
    private final MentionedPeople people;
    private final TurnTimer timer;
    private final LongAnswers answers;

    MessageHandler(
            Chat chat,
            BestEffortAddresses addresses,
            Replies replies,
            MentionedPeople people,
            TurnTimer timer,
            LongAnswers answers) {
        this.chat = chat;
        this.addresses = addresses;
        this.replies = replies;
        this.people = people;
        this.timer = timer;
        this.answers = answers;
    }

    /** Returns when the answer is posted; people see meanwhile that it is being written. */
    void answer(TurnContext turn, KnownSender sender) {
        addresses.heard(sender.address());
        Future<?> typing = timer.after(TurnTimeouts.TYPING, () -> replies.typing(turn));
        try {
            respond(turn, sender);
        } finally {
            typing.cancel(false);
        }
    }

    /** Who does not know whom a mention means asks back, and does nothing about somebody of that name. */
    private void respond(TurnContext turn, KnownSender sender) {
        Activity message = turn.getActivity();
        ChatInput input;
        try {
            input = ActivityReader.of(message, account -> people.principalName(message, account));
        } catch (ConnectorFailure unknown) {
            log.warn("action=find-mentioned outcome=failed kind={}", unknown.kind());
            replies.say(turn, BotNotice.WHO_IS_MEANT.in(sender.caller().locale()));
            return;
        }
        var card = new AtomicReference<>("");
        Answer answer = answers.of(
                () -> chat.answer(sender.caller(), input),
                soFar -> card.set(replies.interim(turn, sender, card.get(), soFar)));
        if (card.get().isEmpty()) {
            replies.post(turn, sender, answer);
        } else {
            replies.replace(turn, sender, card.get(), answer);
        }
    }
}
