package dev.linekeeper.service.requests;

import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.ApprovalPolicy.DecisionRefusal;
import dev.linekeeper.core.request.ApprovalPolicy.Ruling;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.DecisionPermit;
import dev.linekeeper.core.request.DecisionProof;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.DecisionResult.DecisionNotAllowed;
import dev.linekeeper.service.requests.RequestStore.Replaced;
import dev.linekeeper.service.requests.RequestStore.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Decides requests. Roles are read again at every decision, the first decision wins, and a later one is answered with
 * what happened. Nothing is applied here: a decision is stored and answered at once, together with the job to apply it.
 */
public final class RequestDecision {
    private static final Set<Role> MAY_RETRY = EnumSet.of(Role.ADMIN, Role.APPROVER);
    private static final Duration CONFIRMED_WITHIN = Duration.ofMinutes(10);

    private final RequestStore store;
    private final RequestTransitions transitions;
    private final ButtonTokens tokens;
    private final Roles roles;
    private final AuditTrail trail;
    private final ApprovalPolicy policy;
    private final Clock clock;

    RequestDecision(
            RequestStore store,
            RequestTransitions transitions,
            ButtonTokens tokens,
            Roles roles,
            AuditTrail trail,
            ApprovalPolicy policy,
            Clock clock) {
        this.store = store;
        this.transitions = transitions;
        this.tokens = tokens;
        this.roles = roles;
        this.trail = trail;
        this.policy = policy;
        this.clock = clock;
    }

    /** Approves a request; one of high risk is asked about once more, and {@link #confirm} approves it. */
    public DecisionResult approve(UserId who, RequestId id, DecisionInput input) {
        var attempt = new Attempt(who, RequestAction.APPROVE, input);
        return whileAwaiting(
                id,
                attempt,
                (stored, request) -> decide(
                        attempt,
                        stored,
                        request,
                        permit -> request.terms().plan().risk().high()
                                ? askedOnceMore(who, stored, request)
                                : transition(stored, request.approve(permit), Optional.of(who))));
    }

    /** Approves a request of high risk for who was asked once more, in the state they were asked about; anybody else is asked. */
    public DecisionResult confirm(UserId who, RequestId id, DecisionInput input) {
        var attempt = new Attempt(who, RequestAction.CONFIRM, input);
        return whileAwaiting(
                id,
                attempt,
                (stored, request) -> decide(
                        attempt,
                        stored,
                        request,
                        permit -> input instanceof DecisionInput.TokenPress
                                        || !request.terms().plan().risk().high()
                                        || tokens.redeemTyped(stored, RequestAction.CONFIRM, who)
                                ? transition(stored, request.approve(permit), Optional.of(who))
                                : askedOnceMore(who, stored, request)));
    }

    private DecisionResult askedOnceMore(UserId who, Stored stored, AwaitingDecision request) {
        Instant expires = clock.instant().plus(CONFIRMED_WITHIN);
        tokens.expectTyped(stored, RequestAction.CONFIRM, who, expires);
        return new DecisionResult.ConfirmationNeeded(
                request, tokens.issue(stored, RequestAction.CONFIRM, who, expires));
    }

    /** Denies a request. Without a reason nothing happens but {@link DecisionResult.ReasonNeeded}, and a button stays good. */
    public DecisionResult deny(UserId who, RequestId id, String reason, DecisionInput input) {
        var attempt = new Attempt(who, RequestAction.DENY, input);
        return whileAwaiting(id, attempt, (stored, request) -> {
            String why = ChangeRequest.shortened(reason);
            return why.isEmpty()
                    ? new DecisionResult.ReasonNeeded(request)
                    : decide(
                            attempt,
                            stored,
                            request,
                            permit -> transition(stored, request.deny(permit, why), Optional.of(who)));
        });
    }

    /** Cancels a request before it is decided, or approved before its start; only the requester can. */
    public DecisionResult cancel(UserId who, RequestId id, DecisionInput input) {
        var attempt = new Attempt(who, RequestAction.CANCEL, input);
        return store.find(id)
                .filter(stored -> stored.request().isToCome(clock.instant()))
                .map(stored -> cancel(attempt, stored))
                .orElseGet(() -> whileAwaiting(id, attempt, (stored, _) -> cancel(attempt, stored)));
    }

    private DecisionResult cancel(Attempt attempt, Stored stored) {
        Request request = stored.request();
        UserId who = attempt.who();
        if (!who.equals(request.terms().requester())) {
            refused(attempt, request, "not the requester");
            return new DecisionNotAllowed(request, Set.of());
        }
        return checkToken(attempt, stored)
                .orElseGet(() -> transition(
                        stored, new Request.Cancelled(request.terms(), who, clock.instant()), Optional.of(who)));
    }

    /**
     * Resumes a request that stopped half-way; takes an admin or an approver. Whether the approval still stands is
     * checked before anything is written, as at the first start.
     */
    public DecisionResult retry(UserId who, RequestId id, DecisionInput input) {
        Optional<Stored> found = store.find(id);
        if (found.isEmpty()) {
            return new DecisionResult.NothingToDecide(id);
        }
        Stored stored = found.get();
        var attempt = new Attempt(who, RequestAction.RETRY, input);
        if (!(stored.request() instanceof Request.PartlyApplied partly)) {
            return new DecisionResult.DecidedAlready(stored.request());
        }
        if (!roles.hasAnyOver(who, MAY_RETRY, partly.terms().subject())) {
            refused(attempt, partly, "needs " + MAY_RETRY);
            return new DecisionNotAllowed(partly, MAY_RETRY);
        }
        return checkToken(attempt, stored)
                .orElseGet(() -> transition(stored, partly.resume(clock.instant()), Optional.of(who)));
    }

    /** Expires a request whose time to decide is over; does nothing to any other request. Called by a job. */
    public void expire(RequestId id) {
        store.find(id).ifPresent(transitions::expire);
    }

    private record Attempt(UserId who, RequestAction action, DecisionInput input) {}

    private DecisionResult whileAwaiting(
            RequestId id, Attempt attempt, BiFunction<Stored, AwaitingDecision, DecisionResult> decision) {
        Optional<Stored> found = store.find(id);
        if (found.isEmpty()) {
            return new DecisionResult.NothingToDecide(id);
        }
        Stored stored = found.get();
        if (!(stored.request() instanceof AwaitingDecision request)) {
            return new DecisionResult.DecidedAlready(stored.request());
        }
        Optional<RequestId> batch = request.terms().batch();
        if (batch.isPresent()) {
            return new DecisionResult.DeciderRefused(request, new DecisionRefusal.DecidedWithBatch(batch.get()));
        }
        if (policy.isOver(request.terms(), clock.instant())) {
            return transition(stored, request.expire(clock.instant()), Optional.empty());
        }
        return attempt.input() instanceof DecisionInput.OthersReadAlong
                ? stale(attempt, stored, "not in a personal chat")
                : decision.apply(stored, request);
    }

    /** Empty when the decision may go on; {@code StaleButton} for a used, foreign or outdated token. */
    private Optional<DecisionResult> checkToken(Attempt attempt, Stored stored) {
        return switch (attempt.input()) {
            case DecisionInput.Typed _ -> Optional.empty();
            case DecisionInput.OthersReadAlong _ -> Optional.of(stale(attempt, stored, "not in a personal chat"));
            case DecisionInput.TokenPress(var token) ->
                tokens.redeem(token, stored, attempt.action(), attempt.who())
                        ? Optional.empty()
                        : Optional.of(
                                stale(attempt, stored, token.isEmpty() ? "button without a token" : "button not good"));
        };
    }

    private DecisionResult stale(Attempt attempt, Stored stored, String why) {
        refused(attempt, stored.request(), why);
        return new DecisionResult.StaleButton(
                store.find(stored.request().id()).orElse(stored).request());
    }

    private void refused(Attempt attempt, Request request, String why) {
        var tried = attempt.action().name().toLowerCase(Locale.ROOT);
        trail.append(RequestAudit.refused(request, attempt.who(), tried, why, clock.instant()));
    }

    /** Roles are read before the button is used up: where they cannot be, the same button is good for another try. */
    private DecisionResult decide(
            Attempt attempt,
            Stored stored,
            AwaitingDecision request,
            Function<DecisionPermit, DecisionResult> granted) {
        UserId who = attempt.who();
        var by = roles.groupOver(who, Role.APPROVER, request.terms().subject());
        Optional<Ruling> elsewhere = Optional.<Ruling>of(new Ruling.Barred(new DecisionRefusal.OutsideScope()))
                .filter(_ -> by.isEmpty() && roles.hasAny(who, Set.of(Role.APPROVER)));
        String proof = DecisionProof.text(by, clock.instant());
        return checkToken(attempt, stored).orElseGet(() -> switch (elsewhere.orElseGet(
                () -> policy.rule(request, who, by.isPresent(), proof, clock.instant()))) {
            case Ruling.Granted(var permit) -> granted.apply(permit);
            case Ruling.Barred(var why) -> {
                refused(attempt, request, RequestAudit.refusalCode(why));
                yield new DecisionResult.DeciderRefused(request, why);
            }
        });
    }

    private DecisionResult transition(Stored before, Request after, Optional<UserId> actor) {
        return switch (transitions.move(before, after, actor)) {
            case Replaced.Superseded(var now) -> new DecisionResult.DecidedAlready(now);
            case Replaced.OtherOpen(var open) -> new DecisionResult.AnotherIsOpen(open);
            case Replaced.Done(Stored(var now, _)) ->
                switch (now) {
                    case Request.Approved it
                    when before.request() instanceof Request.PartlyApplied -> new DecisionResult.Resumed(it);
                    case Request.Approved it -> new DecisionResult.FullyApproved(it);
                    case AwaitingDecision it -> new DecisionResult.MoreNeeded(it);
                    case Request.Rejected it -> new DecisionResult.Denied(it);
                    case Request.Cancelled it -> new DecisionResult.Withdrawn(it);
                    case Request.Expired it -> new DecisionResult.TimeOver(it);
                    case Request.Applying _, Request.Finished _ -> new DecisionResult.DecidedAlready(now);
                };
        };
    }
}
