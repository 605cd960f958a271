package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo.UndoObstacle;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.Undoable;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.RequestStore.Added;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import dev.linekeeper.service.requests.SubmissionResult.PersonHasOpenRequest;
import dev.linekeeper.service.requests.SubmissionResult.SubmissionNotAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
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

    /** What asking would come to: {@link OnlyPlanned}, unless something else speaks against it. Nothing is stored, so it works in every mode. */
    public SubmissionResult preview(UserId requester, Intent intent) {
        return assess(new ChangeRequest(requester, intent, ""));
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
        SubmissionResult considered = consider(change);
        return considered instanceof OnlyPlanned(PlanResult.Ready(var plan, var report)) && meant.test(plan)
                ? sendIfDecidable(change, plan.forBatch(people), judged(report))
                : considered;
    }

    /** What {@link #submit} would come to, {@link OnlyPlanned} where it would be sent. A refusal is recorded. */
    SubmissionResult consider(ChangeRequest change) {
        SubmissionResult considered = mode.get() == OperatingMode.READ_ONLY && maySubmit(change)
                ? new SubmissionResult.ReadOnly()
                : assess(change);
        if (considered instanceof SubmissionNotAllowed(var needed)) {
            trail.append(refused(change, "needs " + needed));
        }
        if (considered instanceof SubmissionResult.PersonOutsideScope(var held)) {
            trail.append(refused(change, "outside the scope of " + held));
        }
        return considered;
    }

    private boolean maySubmit(ChangeRequest change) {
        return roles.hasAny(change.requester(), needed(change));
    }

    private SubmissionResult assess(ChangeRequest change) {
        if (!maySubmit(change)) {
            return new SubmissionNotAllowed(needed(change));
        }
        return switch (change.intent()) {
            case Intent.EnrolPerson(var person, _, _) -> plan(person, change);
            case Intent.RemovePerson(var person) -> plan(person, change);
            case Intent.UndoOf(var id) ->
                store.find(id)
                        .map(stored -> undo(stored.request(), change))
                        .orElseGet(() -> new SubmissionResult.UnknownRequest(id));
        };
    }

    /** A plan, unless the person is none of the requester's or has an open request. */
    private SubmissionResult plan(UserId person, ChangeRequest change) {
        Set<Role> needed = needed(change);
        if (roles.scopeOver(change.requester(), needed, person).isEmpty()) {
            return new SubmissionResult.PersonOutsideScope(needed);
        }
        return store.open(person)
                .<SubmissionResult>map(PersonHasOpenRequest::new)
                .orElseGet(() -> new OnlyPlanned(planner.plan(change.intent())));
    }

    /** Everybody may ask for Shared Calling for themselves; for others, and to take it away, it takes a role. */
    private static Set<Role> needed(ChangeRequest change) {
        return switch (change.intent()) {
            case Intent.EnrolPerson(var person, _, _) ->
                person.equals(change.requester()) ? EnumSet.of(Role.USER) : EnumSet.of(Role.ADMIN, Role.HELPDESK);
            case Intent.RemovePerson _, Intent.UndoOf _ -> EnumSet.of(Role.ADMIN);
        };
    }

    private SubmissionResult undo(Request request, ChangeRequest change) {
        Optional<UndoObstacle> over = obstacle(request);
        if (over.isPresent()) {
            return new SubmissionResult.NotUndoable(request, new CannotUndo(over.get(), List.of()));
        }
        SubmissionResult asked = plan(request.terms().person(), change);
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
        Set<UserId> approvers = roles.holdersOver(Role.APPROVER, plan.person()).stream()
                .filter(holder -> !holder.equals(change.requester()) && !holder.equals(plan.person()))
                .collect(Collectors.toUnmodifiableSet());
        int needed = policy.quorum(plan.risk());
        if (approvers.size() < needed) {
            return tooFewApprovers(change, needed, approvers.size());
        }
        return send(change, plan, judged, approvers);
    }

    SubmissionResult tooFewApprovers(ChangeRequest change, int needed, int there) {
        trail.append(refused(change, "%d approvers of %d".formatted(there, needed)));
        return new SubmissionResult.TooFewApprovers(needed, there);
    }

    private SubmissionResult send(ChangeRequest change, Plan plan, Map<String, String> judged, Set<UserId> approvers) {
        int quorum = policy.quorum(plan.risk());
        var terms = terms(change, plan, approvers, quorum, Optional.empty());
        Added added = transitions.open(id -> Request.Pending.of(terms.apply(id)), judged);
        return switch (added) {
            case Added.New(var stored)
            when stored.request() instanceof Request.Pending pending -> new SubmissionResult.Sent(pending);
            case Added.New(var stored) -> new PersonHasOpenRequest(stored.request());
            case Added.RivalOpen(var open) -> new PersonHasOpenRequest(open);
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
                change.intent() instanceof Intent.EnrolPerson(_, _, var releaseNumber)
                        && releaseNumber,
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

    /** What the audit trail keeps of a report. */
    static Map<String, String> judged(Report<PersonCase> report) {
        return Map.of(
                "overall", report.overall().name(),
                "warnings", rules(report.with(Outcome.WARN)),
                "manual", rules(report.with(Outcome.MANUAL)));
    }

    private static String rules(List<Finding<PersonCase>> findings) {
        return findings.stream().map(finding -> finding.rule().id().value()).collect(Collectors.joining(" "));
    }

    private AuditEntry refused(ChangeRequest change, String why) {
        return new AuditEntry(
                clock.instant(),
                Optional.of(change.requester()),
                Action.REFUSED,
                change.intent() instanceof Intent.UndoOf(var id) ? Optional.of(id) : Optional.empty(),
                switch (change.intent()) {
                    case Intent.EnrolPerson(var person, _, _) -> Optional.of(person);
                    case Intent.RemovePerson(var person) -> Optional.of(person);
                    case Intent.UndoOf _ -> Optional.empty();
                },
                Map.of("tried", "ask", "why", why));
    }
}
