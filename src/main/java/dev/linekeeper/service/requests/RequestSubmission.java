package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo.UndoObstacle;
import dev.linekeeper.core.policies.Ahead;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.Undoable;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.RequestStore.Added;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import dev.linekeeper.service.requests.SubmissionResult.PersonHasOpenRequest;
import dev.linekeeper.service.requests.SubmissionResult.PersonOutsideScope;
import dev.linekeeper.service.requests.SubmissionResult.SubmissionNotAllowed;
import dev.linekeeper.service.tenant.gathering.GatheredTenant;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Submits a change: judges the person, plans the change, and sends the plan to the approvers. */
public final class RequestSubmission {
    private final RequestStore store;
    private final TenantPlanner planner;
    private final RequestTransitions transitions;
    private final Roles roles;
    private final AuditTrail trail;
    private final ApprovalPolicy policy;
    private final Supplier<OperatingMode> mode;
    private final Clock clock;

    RequestSubmission(
            RequestStore store,
            TenantPlanner planner,
            RequestTransitions transitions,
            Roles roles,
            AuditTrail trail,
            ApprovalPolicy policy,
            Supplier<OperatingMode> mode,
            Clock clock) {
        this.store = store;
        this.planner = planner;
        this.transitions = transitions;
        this.roles = roles;
        this.trail = trail;
        this.policy = policy;
        this.mode = mode;
        this.clock = clock;
    }

    /** The same, for many at once: people are read together, and what they share once for all of them, just now, with what is done before them. */
    RequestSubmission forMany(GatheredTenant tenant, Ahead ahead) {
        return new RequestSubmission(
                store,
                planner.through(tenant.reader().pinned(), ahead),
                transitions,
                roles.through(tenant.directory()),
                trail,
                policy,
                mode,
                clock);
    }

    /** What asking would come to: {@link OnlyPlanned}, unless something else speaks against it. Nothing is stored, so it works in every mode. */
    public SubmissionResult preview(UserId requester, Intent intent) {
        return assess(new ChangeRequest(requester, intent, ""), Set.of());
    }

    /** Sends the change to the approvers, unless something speaks against it. */
    public SubmissionResult submit(ChangeRequest change) {
        return submit(change, 1);
    }

    /** The same for one of {@code people} submitted at once, which raises the risk. */
    public SubmissionResult submit(ChangeRequest change, int people) {
        return submit(change, people, _ -> true);
    }

    /** The same, but a plan that is not {@code meant} is not sent; the result is then the plan alone. */
    public SubmissionResult submit(ChangeRequest change, int people, Predicate<Plan> meant) {
        SubmissionResult considered = consider(change, Set.of());
        recordRefusals(Map.of(change, considered));
        return considered instanceof OnlyPlanned(PlanResult.SendablePlan ready) && meant.test(ready.plan())
                ? sendIfDecidable(change, change.asked(ready.plan(), people), RequestAudit.judged(ready.report()))
                : considered;
    }

    /**
     * What {@link #submit} would come to, {@link OnlyPlanned} where it would be sent.
     *
     * @param free people of whom it was just looked up that they have no open request
     */
    SubmissionResult consider(ChangeRequest change, Set<UserId> free) {
        return mode.get() == OperatingMode.READ_ONLY && maySubmit(change)
                ? new SubmissionResult.ReadOnly()
                : assess(change, free);
    }

    /** Records those of the changes that were refused, together. */
    void recordRefusals(Map<ChangeRequest, SubmissionResult> considered) {
        var refusals = new ArrayList<AuditEntry>();
        considered.forEach((change, result) -> {
            switch (result) {
                case SubmissionNotAllowed(var needed) ->
                    refusals.add(RequestAudit.refused(change, "needs " + needed, clock.instant()));
                case PersonOutsideScope(var held) ->
                    refusals.add(RequestAudit.refused(change, "outside the scope of " + held, clock.instant()));
                default -> {}
            }
        });
        if (!refusals.isEmpty()) {
            trail.appendAll(refusals);
        }
    }

    private boolean maySubmit(ChangeRequest change) {
        return change.isOwn() || roles.hasAny(change.requester(), change.needed());
    }

    private SubmissionResult assess(ChangeRequest change, Set<UserId> free) {
        if (!maySubmit(change)) {
            return new SubmissionNotAllowed(change.needed());
        }
        return switch (change.intent()) {
            case Intent.UndoOf(var id) ->
                store.find(id)
                        .map(stored -> undo(stored.request(), change, free))
                        .orElseGet(() -> new SubmissionResult.UnknownRequest(id));
            case Intent other -> plan(other.subject().orElseThrow(), change, free);
        };
    }

    /** A plan, unless the subject is none of the requester's or has an open request. */
    private SubmissionResult plan(Subject subject, ChangeRequest change, Set<UserId> free) {
        Set<Role> needed = change.needed();
        if (!change.isOwn()
                && roles.scopeOver(change.requester(), needed, subject).isEmpty()) {
            return new PersonOutsideScope(needed);
        }
        return Optional.of(subject)
                .filter(somebody -> somebody.person().filter(free::contains).isEmpty())
                .flatMap(store::open)
                .<SubmissionResult>map(open -> PersonHasOpenRequest.of(open, change.intent()))
                .orElseGet(() -> new OnlyPlanned(planner.plan(change.intent())));
    }

    private SubmissionResult undo(Request request, ChangeRequest change, Set<UserId> free) {
        Optional<UndoObstacle> over = obstacle(request);
        if (over.isPresent()) {
            return new SubmissionResult.NotUndoable(request, new CannotUndo(over.get(), List.of()));
        }
        SubmissionResult asked = plan(request.terms().subject(), change, free);
        return asked instanceof OnlyPlanned(CannotUndo reason)
                ? new SubmissionResult.NotUndoable(request, reason)
                : asked;
    }

    /** Why a request cannot be undone, whatever the tenant looks like now. */
    private Optional<UndoObstacle> obstacle(Request request) {
        if (!(request instanceof Undoable applied)) {
            return Optional.of(UndoObstacle.NOTHING_DONE);
        }
        if (request.terms().rehearsal()) {
            return Optional.of(UndoObstacle.REHEARSAL);
        }
        if (request.done().isEmpty()) {
            return Optional.of(UndoObstacle.NOTHING_DONE);
        }
        boolean inTime = clock.instant().isBefore(applied.endedAt().plus(policy.undoFor()));
        return inTime ? Optional.empty() : Optional.of(UndoObstacle.TOO_LATE);
    }

    /** Sends a plan by itself, if there are enough approvers. */
    SubmissionResult sendIfDecidable(ChangeRequest change, Plan plan, Map<String, String> judged) {
        Set<UserId> approvers = roles.holdersOver(Role.APPROVER, plan.subject()).stream()
                .filter(holder -> !holder.equals(change.requester()) && !holder.equals(plan.subject()))
                .collect(Collectors.toUnmodifiableSet());
        int needed = policy.quorum(plan.risk());
        if (approvers.size() < needed) {
            return tooFewApprovers(change, needed, approvers.size());
        }
        return send(change, plan, judged, approvers);
    }

    SubmissionResult tooFewApprovers(ChangeRequest change, int needed, int there) {
        trail.append(RequestAudit.refused(change, "%d approvers of %d".formatted(there, needed), clock.instant()));
        return new SubmissionResult.TooFewApprovers(needed, there);
    }

    private SubmissionResult send(ChangeRequest change, Plan plan, Map<String, String> judged, Set<UserId> approvers) {
        int quorum = policy.quorum(plan.risk());
        var terms = terms(change, plan, approvers, quorum, Optional.empty());
        Added added = transitions.open(id -> Request.Pending.of(terms.apply(id)), judged);
        return switch (added) {
            case Added.New(var stored)
            when stored.request() instanceof Request.Pending pending -> new SubmissionResult.Sent(pending);
            case Added.New(var stored) -> PersonHasOpenRequest.of(stored.request(), change.intent());
            case Added.RivalOpen(var open) -> PersonHasOpenRequest.of(open, change.intent());
        };
    }

    /** The terms of a request under the number it gets, asked for now. */
    Function<RequestId, RequestDetails> terms(
            ChangeRequest change, Plan plan, Set<UserId> approvers, int quorum, Optional<RequestId> batch) {
        Instant now = clock.instant();
        return id -> new RequestDetails(
                id,
                change.requester(),
                plan,
                change.intent().releasesNumber(),
                change.reason(),
                now,
                now.plus(policy.expiry()),
                approvers,
                quorum,
                mode.get() == OperatingMode.DRY_RUN,
                change.intent() instanceof Intent.UndoOf(var undone) ? Optional.of(undone) : Optional.empty(),
                batch,
                change.schedule());
    }
}
