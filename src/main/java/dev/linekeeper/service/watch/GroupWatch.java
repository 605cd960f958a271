package dev.linekeeper.service.watch;

import dev.linekeeper.core.request.BatchStage.BatchAwaiting;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.BatchStore.StoredStage;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.limit.CallLane;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every group whose list enrolled somebody, while questions go first. */
public record GroupWatch(
        WatchedGroups groups, RequestStore requests, BatchStore batches, GroupLook look, Transactions transactions) {
    private static final Logger log = LoggerFactory.getLogger(GroupWatch.class);

    private static final Set<MemberState> NOT_ENDED =
            Set.of(MemberState.NOT_APPLIED, MemberState.WAITING, MemberState.UNDER_WAY, MemberState.STOPPED);

    /**
     * Looks once. One group that cannot be read does not keep the others from it.
     *
     * @throws BackendFailure when one of them could not be read; to be tried again
     */
    public void run() {
        CallLane.BULK.run(this::lookAtAll);
    }

    private void lookAtAll() {
        groups.all().stream().filter(group -> !group.enrolled()).forEach(this::settle);
        Optional<BackendFailure> failed = Optional.empty();
        for (WatchedGroup group : groups.all()) {
            try {
                if (group.enrolled()) {
                    look.at(group);
                }
            } catch (BackendFailure failure) {
                log.warn("action=watch-group group={} outcome=failed kind={}", group.group(), failure.kind());
                failed = Optional.of(failure);
            }
        }
        failed.ifPresent(failure -> {
            throw failure;
        });
    }

    /** A list is watched once what was asked has ended with somebody enrolled, and forgotten when it ended with nobody. */
    private void settle(WatchedGroup group) {
        Optional<Request> alone = requests.find(group.asked()).map(Stored::request);
        boolean done = alone.map(Request.Completed.class::isInstance)
                .orElseGet(() -> batches.any(group.asked(), Set.of(MemberState.DONE)));
        if (alone.map(Request::isOpen).orElseGet(() -> isUnderWay(group.asked(), done))) {
            return;
        }
        transactions.run(() -> {
            if (done) {
                groups.replace(group, group.begun(), Set.of(), Set.of());
            } else {
                groups.forget(group.asked());
            }
            return done;
        });
    }

    private boolean isUnderWay(RequestId batch, boolean done) {
        var stage = batches.stage(batch).map(StoredStage::stage);
        return stage.filter(BatchAwaiting.class::isInstance).isPresent()
                || (stage.filter(BatchUnderWay.class::isInstance).isPresent()
                        && batches.any(batch, done ? Set.of(MemberState.WAITING, MemberState.UNDER_WAY) : NOT_ENDED));
    }
}
