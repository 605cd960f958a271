package dev.linekeeper.chat.imports;

import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.imports.ImportEvents;
import dev.linekeeper.service.imports.ImportStore.StoredImport;
import java.time.Duration;
import java.time.Instant;

/** Has the card of an import follow it. */
public record ImportNotifications(MessageQueue queue) implements ImportEvents {
    /** The answer to whoever gives a list is such a card already; a second one is only for who does not get it. */
    private static final Duration ANSWER_FIRST = Duration.ofSeconds(3);

    @Override
    public void changed(StoredImport now) {
        if (now.version() == 1) {
            queue.post(now.list().owner(), BotMessage.card(now.list().id()), ANSWER_FIRST);
        } else {
            queue.refresh(now.list().id());
        }
    }

    @Override
    public void progressed(RequestId id, Instant since) {
        queue.refreshAtPace(id, since);
    }
}
