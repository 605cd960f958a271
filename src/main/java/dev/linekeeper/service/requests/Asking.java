package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.ApprovalPolicy;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo.Why;
import dev.linekeeper.core.enrolment.Request;
import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.core.enrolment.Terms;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.RequestStore.Added;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks for a change: judges the person, plans the change, and sends the plan to the approvers. */
public final class Asking {
    private final RequestStore store;
    private final Drafts drafts;
    private final Moves moves;
    private final Roles roles;
    private final AuditTrail trail;
    private final ApprovalPolicy policy;
    private final Supplier<OperatingMode> mode;
    private final Clock clock;

    Asking(
            RequestStore store,
            Drafts drafts,
            Moves moves,
            Roles roles,
            AuditTrail trail,
            ApprovalPolicy policy,
            Supplier<OperatingMode> mode,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.moves = moves;
        this.roles = roles;
        this.trail = trail;
        this.policy = policy;
        this.mode = mode;
        this.clock = clock;
    }

    /** What asking would come to: {@link Asked.Planned}, unless something else speaks against it. Nothing is stored, so it works in every mode. */
    public Asked look(UserId requester, Intent intent) {
        return consider(new Wish(requester, intent, ""));
    }

    /** Sends the wish for approval, unless something speaks against it. */
    public Asked ask(Wish wish) {
        return ask(wish, 1);
    }

    /** The same for one of so many {@code people} who are asked for at once, which is a risk of its own. */
    public Asked ask(Wish wish, int people) {
        Asked considered = mode.get() == OperatingMode.READ_ONLY && mayAsk(wish) ? new Asked.ReadOnly() : consider(wish);
        if (considered instanceof Asked.Planned(PlanResult.Ready(var plan, var report))) {
            return send(wish, plan.among(people), report);
        }
        if (considered instanceof Asked.NotAllowed(var needed)) {
            trail.append(refused(wish, needed));
        }
        return considered;
    }

    private boolean mayAsk(Wish wish) {
        return roles.of(wish.requester()).stream().anyMatch(needed(wish)::contains);
    }

    private Asked consider(Wish wish) {
        if (!mayAsk(wish)) {
            return new Asked.NotAllowed(needed(wish));
        }
        return switch (wish.intent()) {
            case Intent.Enrol(var person, _, _) -> plan(person, wish.intent());
            case Intent.Remove(var person) -> plan(person, wish.intent());
            case Intent.Undo(var id) ->
                store.find(id)
                        .map(stored -> undo(stored.request(), wish.intent()))
                        .orElseGet(() -> new Asked.UnknownRequest(id));
        };
    }

    /** A plan, unless the person has an open request. */
    private Asked plan(UserId person, Intent intent) {
        return store.open(person)
                .<Asked>map(Asked.OpenAlready::new)
                .orElseGet(() -> new Asked.Planned(drafts.plan(intent)));
    }

    /** Everybody may ask for Shared Calling for themselves; for others, and to take it away, it takes a role. */
    private static Set<Role> needed(Wish wish) {
        return switch (wish.intent()) {
            case Intent.Enrol(var person, _, _) ->
                person.equals(wish.requester())
                        ? EnumSet.of(Role.USER)
                        : EnumSet.of(Role.ADMIN, Role.HELPDESK);
            case Intent.Remove _, Intent.Undo _ -> EnumSet.of(Role.ADMIN);
        };
    }

    private Asked undo(Request request, Intent intent) {
        Optional<Why> over = over(request);
        if (over.isPresent()) {
            return new Asked.NotUndoable(request, new CannotUndo(over.get(), List.of()));
        }
        Asked asked = plan(request.terms().person(), intent);
        return asked instanceof Asked.Planned(CannotUndo reason) ? new Asked.NotUndoable(request, reason) : asked;
    }

    /** Why a request cannot be undone, whatever the tenant looks like now. */
    private Optional<Why> over(Request request) {
        if (!(request instanceof Request.Undoable applied)) {
            return Optional.of(Why.NOTHING_DONE);
        }
        if (request.terms().rehearsal()) {
            return Optional.of(Why.REHEARSAL);
        }
        if (request.done().isEmpty()) {
            return Optional.of(Why.NOTHING_DONE);
        }
        boolean inTime = clock.instant().isBefore(applied.endedAt().plus(policy.undoFor()));
        return inTime ? Optional.empty() : Optional.of(Why.TOO_LATE);
    }

    private Asked send(Wish wish, Plan plan, Report<PersonCase> report) {
        Instant now = clock.instant();
        Added added = moves.open(id -> Request.Pending.of(terms(id, wish, plan, now)), judged(report));
        return switch (added) {
            case Added.New(var stored) when stored.request() instanceof Request.Pending pending ->
                new Asked.Sent(pending);
            case Added.New(var stored) -> new Asked.OpenAlready(stored.request());
            case Added.OpenAlready(var open) -> new Asked.OpenAlready(open);
        };
    }

    private Terms terms(RequestId id, Wish wish, Plan plan, Instant now) {
        Duration expiry = policy.expiry();
        var terms = new Terms(
                id,
                wish.requester(),
                plan,
                wish.intent() instanceof Intent.Enrol(_, _, var releaseNumber) && releaseNumber,
                wish.reason(),
                now,
                now.plus(expiry),
                Set.of(),
                policy.quorum(plan.risk()),
                mode.get() == OperatingMode.DRY_RUN,
                wish.intent() instanceof Intent.Undo(var undone) ? Optional.of(undone) : Optional.empty());
        return terms.withApprovers(roles.holders(Role.APPROVER).stream()
                .filter(holder -> !terms.concerns(holder))
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static Map<String, String> judged(Report<PersonCase> report) {
        return Map.of(
                "overall", report.overall().name(),
                "warnings", rules(report.with(Outcome.WARN)),
                "manual", rules(report.with(Outcome.MANUAL)));
    }

    private static String rules(List<Finding<PersonCase>> findings) {
        return findings.stream().map(finding -> finding.rule().id().value()).collect(Collectors.joining(" "));
    }

    private AuditEntry refused(Wish wish, Set<Role> needed) {
        return new AuditEntry(
                clock.instant(),
                Optional.of(wish.requester()),
                AuditEntry.Action.REFUSED,
                wish.intent() instanceof Intent.Undo(var id) ? Optional.of(id) : Optional.empty(),
                switch (wish.intent()) {
                    case Intent.Enrol(var person, _, _) -> Optional.of(person);
                    case Intent.Remove(var person) -> Optional.of(person);
                    case Intent.Undo _ -> Optional.empty();
                },
                Map.of("tried", "ask", "why", "needs " + needed));
    }
}
