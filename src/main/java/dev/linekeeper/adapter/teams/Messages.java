package dev.linekeeper.adapter.teams;

import com.microsoft.bot.builder.TurnContext;
import dev.linekeeper.adapter.teams.Speaker.Known;
import dev.linekeeper.chat.Caller.Place;
import dev.linekeeper.chat.Chat;
import java.util.concurrent.Future;
import org.springframework.core.task.AsyncTaskExecutor;

/** Answers messages: what people write, and buttons that arrive as messages. Safe for concurrent callers. */
final class Messages {
    private final Chat chat;
    private final BestEffortAddresses addresses;
    private final Replies replies;
    private final AsyncTaskExecutor turns;

    Messages(Chat chat, BestEffortAddresses addresses, Replies replies, AsyncTaskExecutor turns) {
        this.chat = chat;
        this.addresses = addresses;
        this.replies = replies;
        this.turns = turns;
    }

    /** Returns when the answer is posted, or when Teams should not be kept any longer; the answer then follows. */
    void answer(TurnContext turn, Known speaker) {
        if (speaker.caller().place() == Place.PERSONAL) {
            addresses.remember(speaker.caller().id(), speaker.address());
        }
        Future<?> work = turns.submit(
                () -> replies.post(turn, speaker, chat.answer(speaker.caller(), Asks.of(turn.getActivity()))));
        if (!Work.isOver(work, Patience.TYPING)) {
            replies.typing(turn);
            Work.isOver(work, Patience.REQUEST);
        }
    }
}
