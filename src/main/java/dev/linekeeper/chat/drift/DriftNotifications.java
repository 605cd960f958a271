package dev.linekeeper.chat.drift;

import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.drift.DriftEvents;

/** Has the cards of a drift follow it. */
public record DriftNotifications(MessageQueue queue) implements DriftEvents {
    @Override
    public void changed(RequestId drift) {
        queue.refresh(drift);
    }
}
