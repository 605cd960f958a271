package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.ApprovalPolicy.DecisionRefusal;
import dev.linekeeper.core.request.ApprovalPolicy.Ruling;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchDecisionResult;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.DecisionPermit;
import dev.linekeeper.core.request.DecisionProof;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.BatchStore.StoredBatch;
import dev.linekeeper.service.requests.BatchTransitions.BatchMove;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides batches by the rules for requests: of all members at once, or of none. Roles are read again at every decision,
 * over every member, and the first decision wins.
 */
public final class BatchDecision {
    private static final Duration CONFIRMED_WITHIN = Duration.ofMinutes(10);

    private final BatchStore store;
    private final BatchTransitions transitions;
    private final ButtonTokens tokens;
    private final Roles roles;
    private final ApprovalPolicy policy;
    private final Clock clock;

    BatchDecision(
            BatchStore store,
            BatchTransitions transitions,
            ButtonTokens tokens,
            Roles roles,
            ApprovalPolicy policy,
            Clock clock) {
        this.store = store;
        this.transitions = transitions;
        this.tokens = tokens;
        this.roles = roles;
        this.policy = policy;
        this.clock = clock;
    }

    private record Try(UserId who, RequestAction action, DecisionInput input, String reason) {}

    /**
     * Decides a batch, or cancels it.
     *
     * @param reason for a denial
     * @return empty when there is no batch of that number
     */
    public Optional<BatchDecisionResult> decide(
            UserId who, RequestId id, RequestAction action, DecisionInput input, String reason) {
        return store.find(id)
                .map(stored -> decide(stored, new Try(who, action, input, ChangeRequest.shortened(reason))));
    }

    /** Expires a batch whose time to decide is over; does nothing to any other. Called by a job. */
    public void expire(RequestId id) {
        store.find(id)
                .filter(stored ->
                        stored.batch().awaits() && policy.isOver(stored.batch().terms(), clock.instant()))
                .ifPresent(this::expire);
    }

    private BatchDecisionResult expire(StoredBatch stored) {
        var now = clock.instant();
        BatchMove move = transitions.move(
                stored,
                stored.batch().with(new BatchStage.BatchExpired(now)),
                Optional.empty(),
                waiting -> waiting.expire(now));
        return move instanceof BatchMove.BatchMoved ? new BatchDecisionResult.BatchTimeOver() : result(move);
    }

    private BatchDecisionResult decide(StoredBatch stored, Try attempt) {
        Batch batch = stored.batch();
        if (!batch.awaits()) {
            return new BatchDecisionResult.BatchDecidedAlready();
        }
        if (policy.isOver(batch.terms(), clock.instant())) {
            return expire(stored);
        }
        if (attempt.input() instanceof DecisionInput.OthersReadAlong) {
            return stale(attempt, batch, "not in a personal chat");
        }
        return switch (attempt.action()) {
            case CANCEL -> cancel(stored, attempt);
            case DENY ->
                attempt.reason().isEmpty()
                        ? new BatchDecisionResult.WhyDenyAll()
                        : permitted(stored, attempt, permit -> deny(stored, attempt, permit));
            case APPROVE, CONFIRM -> permitted(stored, attempt, permit -> approve(stored, attempt, permit));
            case RETRY, PAUSE, RESUME, STOP -> new BatchDecisionResult.BatchDecidedAlready();
        };
    }

    private BatchDecisionResult cancel(StoredBatch stored, Try attempt) {
        Batch batch = stored.batch();
        UserId who = attempt.who();
        if (!who.equals(batch.terms().requester())) {
            refused(attempt, batch, "not the requester");
            return new BatchDecisionResult.NotTheRequester();
        }
        var now = clock.instant();
        return checkToken(attempt, stored)
                .orElseGet(() -> moved(
                        stored,
                        batch.with(new BatchStage.BatchCancelled(who, now)),
                        attempt,
                        waiting -> waiting.cancel(who, now)));
    }

    /** Roles are read before the button is used up: where they cannot be, the same button is good for another try. */
    private BatchDecisionResult permitted(
            StoredBatch stored, Try attempt, Function<DecisionPermit, BatchDecisionResult> granted) {
        Batch batch = stored.batch();
        UserId who = attempt.who();
        List<Subject> subjects = store.subjects(batch.id());
        var by = roles.groupOverAll(who, Role.APPROVER, subjects);
        Optional<Ruling> elsewhere = Optional.<Ruling>of(new Ruling.Barred(new DecisionRefusal.OutsideScope()))
                .filter(_ -> by.isEmpty() && roles.hasAny(who, Set.of(Role.APPROVER)));
        String proof = DecisionProof.text(by, clock.instant());
        return checkToken(attempt, stored).orElseGet(() -> switch (elsewhere.orElseGet(
                () -> policy.rule(batch, who, subjects.contains(who), by.isPresent(), proof, clock.instant()))) {
            case Ruling.Granted(var permit) -> granted.apply(permit);
            case Ruling.Barred(var why) -> {
                refused(attempt, batch, RequestAudit.refusalCode(why));
                yield new BatchDecisionResult.MayNotDecideAll(why);
            }
        });
    }

    private BatchDecisionResult deny(StoredBatch stored, Try attempt, DecisionPermit permit) {
        return moved(
                stored,
                stored.batch().with(new BatchStage.BatchDenied(permit.by(), attempt.reason(), permit.at())),
                attempt,
                waiting -> waiting.deny(permit, attempt.reason()));
    }

    private BatchDecisionResult approve(StoredBatch stored, Try attempt, DecisionPermit permit) {
        boolean grave = stored.batch().terms().plan().risk() == RiskLevel.HIGH;
        boolean confirmed = attempt.action() == RequestAction.CONFIRM
                && (attempt.input() instanceof DecisionInput.TokenPress
                        || (grave && tokens.redeemTyped(stored, RequestAction.CONFIRM, attempt.who())));
        return grave && !confirmed
                ? askedOnceMore(stored, attempt.who())
                : moved(stored, stored.batch().approve(permit), attempt, waiting -> waiting.approve(permit));
    }

    private BatchDecisionResult askedOnceMore(StoredBatch stored, UserId who) {
        var expires = clock.instant().plus(CONFIRMED_WITHIN);
        tokens.expectTyped(stored, RequestAction.CONFIRM, who, expires);
        return new BatchDecisionResult.ConfirmAll(
                stored.batch(), tokens.issue(stored, RequestAction.CONFIRM, who, expires));
    }

    private BatchDecisionResult moved(
            StoredBatch before, Batch after, Try attempt, Function<AwaitingDecision, Request> member) {
        return result(transitions.move(before, after, Optional.of(attempt.who()), member));
    }

    private static BatchDecisionResult result(BatchMove move) {
        return switch (move) {
            case BatchMove.BatchMoved(var now) -> new BatchDecisionResult.AllDecided(now.batch());
            case BatchMove.BatchSuperseded() -> new BatchDecisionResult.BatchDecidedAlready();
            case BatchMove.OneMovedAlone(var member) -> new BatchDecisionResult.MemberMovedOn(member);
        };
    }

    /** Empty when the decision may go on. */
    private Optional<BatchDecisionResult> checkToken(Try attempt, StoredBatch stored) {
        return attempt.input() instanceof DecisionInput.TokenPress(var token)
                        && !tokens.redeem(token, stored, attempt.action(), attempt.who())
                ? Optional.of(
                        stale(attempt, stored.batch(), token.isEmpty() ? "button without a token" : "button not good"))
                : Optional.empty();
    }

    private BatchDecisionResult stale(Try attempt, Batch batch, String why) {
        refused(attempt, batch, why);
        return new BatchDecisionResult.StaleBatchButton();
    }

    private void refused(Try attempt, Batch batch, String why) {
        transitions.refused(batch, attempt.who(), attempt.action().name().toLowerCase(Locale.ROOT), why);
    }
}
