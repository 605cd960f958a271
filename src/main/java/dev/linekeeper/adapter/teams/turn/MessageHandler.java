package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.TurnContext;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.chat.Chat;
import java.util.concurrent.Future;
import org.springframework.core.task.AsyncTaskExecutor;

/** Answers messages: text, and button presses that arrive as messages. Thread-safe. */
public final class MessageHandler {
    private final Chat chat;
    private final BestEffortAddresses addresses;
    private final Replies replies;
    private final MentionedPeople people;
    private final AsyncTaskExecutor turns;

    MessageHandler(
            Chat chat,
            BestEffortAddresses addresses,
            Replies replies,
            MentionedPeople people,
            AsyncTaskExecutor turns) {
        this.chat = chat;
        this.addresses = addresses;
        this.replies = replies;
        this.people = people;
        this.turns = turns;
    }

    /** Returns when the answer is posted; people see meanwhile that it is being written. */
    void answer(TurnContext turn, KnownSender sender) throws InterruptedException {
        addresses.heard(sender.address());
        Future<?> work = turns.submit(() -> replies.post(
                turn,
                sender,
                chat.answer(sender.caller(), ActivityReader.of(turn.getActivity(), people::principalName))));
        if (!AnswerWait.ends(work, TurnTimeouts.TYPING)) {
            turns.execute(() -> replies.typing(turn));
        }
        AnswerWait.result(work);
    }
}
