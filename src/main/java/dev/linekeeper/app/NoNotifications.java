package dev.linekeeper.app;

import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.requests.RequestEvents;
import java.util.Optional;

/** Drops events: the serving bot notifies people, through the jobs. */
public final class NoNotifications implements RequestEvents {
    @Override
    public void changed(Optional<Request> before, Request after, long version) {}

    @Override
    public void ending(Request request) {}

    @Override
    public void stillWaiting(AwaitingDecision request) {}

    @Override
    public void batchChanged(Batch now, long version) {}

    @Override
    public void batchEnding(Batch batch) {}

    @Override
    public void batchStillWaiting(Batch batch) {}

    @Override
    public void otherMoved(RequestId number, long version) {}
}
