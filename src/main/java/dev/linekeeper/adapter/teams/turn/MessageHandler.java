package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.TurnContext;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.Chat;
import java.util.concurrent.Future;
import org.springframework.core.task.AsyncTaskExecutor;

/** Answers messages: what people write, and buttons that arrive as messages. Safe for concurrent callers. */
public final class MessageHandler {
    private final Chat chat;
    private final BestEffortAddresses addresses;
    private final Replies replies;
    private final AsyncTaskExecutor turns;

    MessageHandler(Chat chat, BestEffortAddresses addresses, Replies replies, AsyncTaskExecutor turns) {
        this.chat = chat;
        this.addresses = addresses;
        this.replies = replies;
        this.turns = turns;
    }

    /** Returns when the answer is posted, or when Teams should not be kept any longer; the answer then follows. */
    void answer(TurnContext turn, KnownSender speaker) {
        if (speaker.caller().place() == ConversationType.PERSONAL) {
            addresses.remember(speaker.caller().id(), speaker.address());
        }
        Future<?> work = turns.submit(() ->
                replies.post(turn, speaker, chat.answer(speaker.caller(), ActivityReader.of(turn.getActivity()))));
        if (!TimedWait.isOver(work, TurnTimeouts.TYPING)) {
            replies.typing(turn);
            TimedWait.isOver(work, TurnTimeouts.REQUEST);
        }
    }
}
