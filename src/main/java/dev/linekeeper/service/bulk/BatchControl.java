package dev.linekeeper.service.bulk;

import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.BatchStage.BatchEnded;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.BatchStage.Hold;
import dev.linekeeper.core.request.BatchStage.HoldReason;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.bulk.BatchControlResult.Controlled;
import dev.linekeeper.service.bulk.BatchControlResult.NotForYou;
import dev.linekeeper.service.bulk.BatchControlResult.NotNow;
import dev.linekeeper.service.bulk.BatchControlResult.PausedByAnother;
import dev.linekeeper.service.bulk.BatchControlResult.StaleControl;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.BatchStore.StoredBatch;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.RequestAction;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pauses, resumes and stops an approved batch, and tries again what stopped. To hold it is open to whoever answers for
 * it; to go on takes a role over everybody in it. Nobody's pause is ended by whoever asked for the batch, but their own.
 */
public final class BatchControl {
    private static final Set<Role> MAY_HOLD = EnumSet.of(Role.ADMIN, Role.APPROVER, Role.OWNER);
    private static final Set<RequestAction> HOLDS =
            EnumSet.of(RequestAction.PAUSE, RequestAction.STOP, RequestAction.CANCEL);
    private static final Set<Role> MAY_GO_ON = EnumSet.of(Role.ADMIN, Role.APPROVER);

    private final BatchStore store;
    private final BatchStages stages;
    private final SecondTry secondTry;
    private final ButtonTokens tokens;
    private final Roles roles;
    private final Clock clock;

    public BatchControl(
            BatchStore store, BatchStages stages, SecondTry secondTry, ButtonTokens tokens, Roles roles, Clock clock) {
        this.store = store;
        this.stages = stages;
        this.secondTry = secondTry;
        this.tokens = tokens;
        this.roles = roles;
        this.clock = clock;
    }

    /** What can be done to the batch now, whoever wants it. */
    private static Set<RequestAction> open(BatchStage stage) {
        boolean mayHold = stage instanceof BatchUnderWay it && it.hold().isEmpty();
        boolean isHeld = stage instanceof BatchUnderWay it
                && it.hold().filter(hold -> !hold.isFinal()).isPresent();
        var open = EnumSet.noneOf(RequestAction.class);
        if (mayHold) {
            open.add(RequestAction.PAUSE);
        }
        if (isHeld) {
            open.add(RequestAction.RESUME);
        }
        if (mayHold || isHeld) {
            open.add(RequestAction.STOP);
        }
        if (mayHold || isHeld || stage instanceof BatchEnded) {
            open.add(RequestAction.RETRY);
        }
        return open;
    }

    /** The same, where stopping what nobody may begin yet is to cancel it. */
    public static Set<RequestAction> open(Batch batch, Instant now) {
        Set<RequestAction> open = open(batch.stage());
        if (batch.terms().startsLater(now) && open.remove(RequestAction.STOP)) {
            open.add(RequestAction.CANCEL);
        }
        return open;
    }

    /** Does it, if {@code who} may and the batch is as it must be; empty when there is no batch of that number. */
    public Optional<BatchControlResult> control(UserId who, RequestId id, RequestAction action, DecisionInput input) {
        return store.find(id).map(stored -> control(stored, who, action, input));
    }

    private BatchControlResult control(StoredBatch stored, UserId who, RequestAction action, DecisionInput input) {
        Batch batch = stored.batch();
        boolean cancels = action == RequestAction.CANCEL && batch.terms().startsLater(clock.instant());
        if (!open(batch.stage()).contains(cancels ? RequestAction.STOP : action)) {
            return new NotNow(batch);
        }
        if (input instanceof DecisionInput.OthersReadAlong) {
            return stale(batch, who, action, "not in a personal chat");
        }
        Optional<BatchControlResult> refusal = refusal(batch, who, action);
        if (refusal.isPresent()) {
            stages.refused(batch, who, tried(action), refusal.get().getClass().getSimpleName());
            return refusal.get();
        }
        if (input instanceof DecisionInput.TokenPress(var token) && !tokens.redeem(token, stored, action, who)) {
            return stale(batch, who, action, token.isEmpty() ? "button without a token" : "button not good");
        }
        return switch (action) {
            case PAUSE -> hold(stored, who, HoldReason.PAUSED, Action.PAUSED);
            case STOP, CANCEL -> hold(stored, who, HoldReason.STOPPED, Action.STOPPED);
            case RESUME -> resume(stored, who);
            case RETRY -> secondTry.of(stored, who);
            case APPROVE, CONFIRM, DENY -> new NotNow(batch);
        };
    }

    private Optional<BatchControlResult> refusal(Batch batch, UserId who, RequestAction action) {
        boolean asked = who.equals(batch.terms().requester());
        if (HOLDS.contains(action)) {
            return asked || roles.hasAny(who, MAY_HOLD) ? Optional.empty() : Optional.of(new NotForYou(MAY_HOLD));
        }
        List<Subject> subjects = store.subjects(batch.id());
        if (MAY_GO_ON.stream().noneMatch(role -> roles.holdsOverAll(who, role, subjects))) {
            return Optional.of(new NotForYou(MAY_GO_ON));
        }
        return batch.hold()
                .flatMap(Hold::by)
                .filter(by -> asked && !by.equals(who) && action == RequestAction.RESUME)
                .map(PausedByAnother::new);
    }

    private BatchControlResult hold(StoredBatch stored, UserId who, HoldReason why, Action action) {
        return stored.batch().stage() instanceof BatchUnderWay under
                ? moved(stored, under.held(new Hold(why, Optional.of(who), clock.instant())), action, who, why.name())
                : new NotNow(stored.batch());
    }

    private BatchControlResult resume(StoredBatch stored, UserId who) {
        Batch batch = stored.batch();
        var tally = MemberTally.of(store, batch.id());
        var on = BatchUnderWay.from(clock.instant(), batch.canary(), tally.ended(), tally.badly());
        return moved(
                stored,
                on,
                Action.RESUMED,
                who,
                batch.hold().map(hold -> hold.why().name()).orElse(""));
    }

    private BatchControlResult moved(StoredBatch before, BatchStage next, Action action, UserId who, String why) {
        return stages.course(before, next, action, Optional.of(who), Map.of("why", why))
                .<BatchControlResult>map(now -> new Controlled(now.batch()))
                .orElseGet(
                        () -> new NotNow(store.find(before.id()).orElse(before).batch()));
    }

    private BatchControlResult stale(Batch batch, UserId who, RequestAction action, String why) {
        stages.refused(batch, who, tried(action), why);
        return new StaleControl();
    }

    private static String tried(RequestAction action) {
        return action.name().toLowerCase(Locale.ROOT);
    }
}
