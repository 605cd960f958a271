package dev.linekeeper.service.bulk;

import dev.linekeeper.core.bulk.Caution;
import dev.linekeeper.core.policies.BatchTurn;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.BatchStage.BatchEnded;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.BatchStage.Hold;
import dev.linekeeper.core.request.BatchStage.HoldReason;
import dev.linekeeper.core.request.InProgress;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.BatchStore.StoredStage;
import dev.linekeeper.service.requests.NotificationDispatcher;
import dev.linekeeper.service.requests.RequestStore;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The course of an approved batch: some members first, then the others, a stop where too many end badly, and its end. It
 * is looked at whenever a member has ended or the batch was moved, from what is stored then, by whichever replica tells of it.
 */
public final class BatchCourse implements NotificationDispatcher.BatchFollower {
    private static final Set<MemberState> TO_DO = EnumSet.of(MemberState.WAITING, MemberState.UNDER_WAY);

    private final BatchStore store;
    private final RequestStore requests;
    private final Turns turns;
    private final BatchStages stages;
    private final MemberMoves members;
    private final Caution caution;
    private final Clock clock;

    public BatchCourse(
            BatchStore store,
            RequestStore requests,
            BatchStages stages,
            MemberMoves members,
            Caution caution,
            Clock clock) {
        this.store = store;
        this.requests = requests;
        this.turns = new Turns(store);
        this.stages = stages;
        this.members = members;
        this.caution = caution;
        this.clock = clock;
    }

    private record Next(BatchStage stage, Action action, Map<String, String> details) {}

    @Override
    public void memberMoved(Request before, Request after) {
        if (!(after instanceof InProgress)) {
            before.terms().batch().ifPresent(batch -> look(batch, MemberEnd.isBad(after)));
        }
    }

    @Override
    public void batchMoved(RequestId batch) {
        store.stage(batch)
                .flatMap(stored -> stored.stage().held())
                .filter(Hold::isFinal)
                .flatMap(Hold::by)
                .ifPresent(by -> members.cancelWaiting(batch, by));
        look(batch, true);
    }

    /** {@code counts} is whether somebody may have ended badly since it was looked at. */
    private void look(RequestId id, boolean counts) {
        boolean isDone = false;
        while (!isDone) {
            Optional<StoredStage> seen = store.stage(id);
            Optional<Next> next = seen.flatMap(stored ->
                    stored.stage() instanceof BatchUnderWay under ? next(id, under, counts) : Optional.empty());
            isDone = next.isEmpty() || isMoved(id, seen.orElseThrow().version(), next.get());
        }
    }

    /** False when it was moved meanwhile. */
    private boolean isMoved(RequestId id, long version, Next next) {
        return store.find(id)
                .filter(stored -> stored.version() == version)
                .flatMap(stored -> stages.course(stored, next.stage(), next.action(), Optional.empty(), next.details()))
                .isPresent();
    }

    private Optional<Next> next(RequestId batch, BatchUnderWay under, boolean counts) {
        Optional<Subject> toDo = store.oneOf(batch, TO_DO);
        if (toDo.isEmpty()) {
            return Optional.of(ended(batch, under));
        }
        if (under.hold().filter(hold -> !hold.isForPolicy()).isPresent()) {
            return Optional.empty();
        }
        if (!under.canary().isEmpty()) {
            return afterCanary(batch, under);
        }
        if (turns.isLast(batch, toDo.get(), TO_DO)) {
            return beforeLast(batch, under);
        }
        return under.hold().isEmpty() && counts ? afterErrors(batch, under) : Optional.empty();
    }

    /** A policy is removed once nobody is in the way, or when somebody says to go on all the same. */
    private Optional<Next> beforeLast(RequestId batch, BatchUnderWay under) {
        var tally = MemberTally.of(store, batch);
        if (turns.isSomebodyInTheWay(batch)) {
            return under.ended() < tally.ended()
                    ? heldForPolicy(under, HoldReason.IN_THE_WAY, Map.of())
                    : Optional.empty();
        }
        return under.ended() < tally.ended() || under.hold().isPresent()
                ? Optional.of(
                        on(BatchUnderWay.from(clock.instant(), List.of(), tally.ended(), tally.badly()), "policy"))
                : Optional.empty();
    }

    /** Once a policy is made it is the turn of those who get it; nobody begins without it. */
    private Optional<Next> afterPolicy(RequestId batch, BatchUnderWay under, Request policy) {
        if (!Turns.isFulfilled(policy)) {
            return heldForPolicy(
                    under, HoldReason.NO_POLICY, Map.of("badly", policy.id().toString()));
        }
        var tally = MemberTally.of(store, batch);
        List<RequestId> others = under.canary().stream().skip(1).toList();
        return Optional.of(on(BatchUnderWay.from(clock.instant(), others, tally.ended(), tally.badly()), "policy"));
    }

    private static Next on(BatchUnderWay on, String why) {
        return new Next(on, Action.RESUMED, Map.of("why", why));
    }

    /** Empty where it is held for that already. */
    private Optional<Next> heldForPolicy(BatchUnderWay under, HoldReason why, Map<String, String> details) {
        return under.hold().isPresent() ? Optional.empty() : Optional.of(held(under, why, details));
    }

    private Next ended(RequestId batch, BatchUnderWay under) {
        var details = new TreeMap<String, String>();
        store.progress(batch).forEach((state, people) -> details.put(state.name(), people.toString()));
        return new Next(
                new BatchEnded(under.since(), clock.instant(), under.hold().filter(Hold::isFinal)),
                Action.COMPLETED,
                details);
    }

    private Optional<Next> afterCanary(RequestId batch, BatchUnderWay under) {
        List<Request> first = under.canary().stream()
                .flatMap(member -> requests.find(member).stream())
                .map(RequestStore.Stored::request)
                .toList();
        Optional<Request> policy = first.stream()
                .findFirst()
                .filter(one -> !(one instanceof InProgress) && Turns.turn(one) == BatchTurn.BEFORE);
        if (policy.isPresent()) {
            return afterPolicy(batch, under, policy.get());
        }
        if (first.stream().anyMatch(InProgress.class::isInstance)) {
            return Optional.empty();
        }
        String badly = first.stream()
                .filter(MemberEnd::isBad)
                .map(member -> member.id().toString())
                .collect(Collectors.joining(" "));
        var tally = MemberTally.of(store, batch);
        var on = BatchUnderWay.from(clock.instant(), List.of(), tally.ended(), tally.badly());
        if (badly.isEmpty() && !caution.looks()) {
            return Optional.of(on(on, "canary"));
        }
        var why = badly.isEmpty() ? HoldReason.LOOK : HoldReason.CANARY;
        return Optional.of(held(on, why, Map.of("badly", badly)));
    }

    private Optional<Next> afterErrors(RequestId batch, BatchUnderWay under) {
        var since = MemberTally.of(store, batch).since(under);
        return caution.isTooMany(since.badly(), since.ended())
                ? Optional.of(held(
                        under,
                        HoldReason.ERRORS,
                        Map.of(
                                "badly", Integer.toString(since.badly()),
                                "ended", Integer.toString(since.ended()))))
                : Optional.empty();
    }

    private Next held(BatchUnderWay under, HoldReason why, Map<String, String> details) {
        var all = new TreeMap<>(details);
        all.put("why", why.name());
        return new Next(under.held(new Hold(why, Optional.empty(), clock.instant())), Action.PAUSED, all);
    }
}
