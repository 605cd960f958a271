package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Approval;
import dev.linekeeper.core.enrolment.AwaitingDecision;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Request;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepDone;
import dev.linekeeper.core.enrolment.Stop;
import dev.linekeeper.core.enrolment.Terms;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the audit trail says about a move of a request. */
final class Minutes {
    private Minutes() {}

    static AuditEntry asked(Request.Pending request, Map<String, String> judged) {
        Terms terms = request.terms();
        var details = plan(terms.plan());
        details.putAll(judged);
        details.put("reason", terms.reason());
        details.put("expires", terms.expires().toString());
        details.put("approvers", ids(terms.approvers().stream().toList()));
        details.put("quorum", Integer.toString(terms.quorum()));
        details.put("rehearsal", Boolean.toString(terms.rehearsal()));
        terms.onBehalfOf().ifPresent(other -> details.put("onBehalfOf", other.value()));
        terms.undoes().ifPresent(other -> details.put("undoes", other.toString()));
        return entry(request, Optional.of(terms.requester()), Action.ASKED, terms.askedAt(), details);
    }

    static AuditEntry refused(Request request, UserId who, String what, String why, Instant at) {
        return entry(request, Optional.of(who), Action.REFUSED, at, Map.of("tried", what, "why", why));
    }

    /** What a move is worth writing down; trying a step again is not. */
    static Optional<AuditEntry> moved(Request before, Request after, Optional<UserId> actor, Instant at) {
        return switch (after) {
            case AwaitingDecision waiting
            when !waiting.approvals().isEmpty() ->
                Optional.of(approved(waiting, waiting.approvals().getLast(), waiting.approvalsMissing()));
            case Request.NeedsFreshLook look -> {
                var details = plan(look.terms().plan());
                details.put("why", look.why().name());
                details.put("approvedFingerprint", look.earlier().fingerprint());
                yield of(look, actor, Action.NEEDS_FRESH_LOOK, at, details);
            }
            case Request.Pending _ -> Optional.empty();
            case Request.Approved it -> Optional.of(approved(it, it.approvals().getLast(), 0));
            case Request.Applying it -> applying(before, it, actor, at);
            case Request.PartlyApplied it -> stopped(it, actor, at);
            case Request.Completed it ->
                of(
                        it,
                        actor,
                        Action.COMPLETED,
                        at,
                        Map.of(
                                "overall", it.proof().overall().name(),
                                "failing", String.join(" ", it.proof().failing())));
            case Request.Rejected it ->
                of(
                        it,
                        Optional.of(it.by()),
                        Action.DENIED,
                        it.at(),
                        Map.of("reason", it.reason(), "proof", it.proof()));
            case Request.Expired it -> of(it, actor, Action.EXPIRED, it.at(), Map.of());
            case Request.Cancelled it -> of(it, Optional.of(it.by()), Action.CANCELLED, it.at(), Map.of());
            case Request.Undone it ->
                of(it, actor, Action.UNDONE, it.at(), Map.of("by", it.by().toString()));
            case Request.Overtaken it ->
                of(
                        it,
                        actor,
                        Action.OVERTAKEN,
                        it.at(),
                        Map.of("why", it.why().name(), "rules", String.join(" ", it.rules())));
        };
    }

    private static Optional<AuditEntry> applying(
            Request before, Request.Applying after, Optional<UserId> actor, Instant at) {
        if (before instanceof Request.Approved) {
            return of(
                    after,
                    actor,
                    Action.APPLYING_STARTED,
                    at,
                    Map.of("fingerprint", after.terms().plan().fingerprint()));
        }
        if (before instanceof Request.PartlyApplied) {
            return of(
                    after,
                    actor,
                    Action.RESUMED,
                    at,
                    Map.of("from", Integer.toString(after.done().size() + 1)));
        }
        if (before instanceof Request.Applying earlier
                && earlier.done().size() < after.done().size()) {
            return Optional.of(stepDone(after, after.done().getLast(), actor));
        }
        return Optional.empty();
    }

    /** A step done by hand and seen by us leaves the request where it was, one step further. */
    private static Optional<AuditEntry> stopped(Request.PartlyApplied after, Optional<UserId> actor, Instant at) {
        if (after.stop().why() == Stop.Why.BY_HAND) {
            return Optional.of(stepDone(after, after.done().getLast(), actor));
        }
        return of(
                after,
                actor,
                Action.STOPPED,
                at,
                Map.of(
                        "step", step(after.stop().index(), after.stop().name().name()),
                        "why", after.stop().why().name(),
                        "detail", after.stop().detail(),
                        "tries", Integer.toString(after.stop().tries())));
    }

    private static AuditEntry stepDone(Request request, StepDone done, Optional<UserId> actor) {
        Step step = request.terms().plan().steps().get(done.index());
        return entry(
                request,
                actor,
                Action.STEP_DONE,
                done.at(),
                Map.of(
                        "step", step(done.index(), done.name().name()),
                        "how", done.how().name(),
                        "before", step.before(),
                        "after", step.after(),
                        "readBack", done.readBack()));
    }

    private static AuditEntry approved(Request request, Approval approval, int missing) {
        return entry(
                request,
                Optional.of(approval.by()),
                Action.APPROVED,
                approval.at(),
                Map.of(
                        "proof", approval.proof(),
                        "fingerprint", request.terms().plan().fingerprint(),
                        "missing", Integer.toString(missing)));
    }

    private static Map<String, String> plan(Plan plan) {
        var details = new TreeMap<String, String>();
        details.put("purpose", plan.purpose().name());
        plan.policy().ifPresent(policy -> details.put("policy", policy.value()));
        details.put("fingerprint", plan.fingerprint());
        details.put("risk", plan.risk().level().name());
        details.put(
                "steps",
                plan.steps().stream()
                        .map(step -> "%s: %s -> %s".formatted(step.name(), step.before(), step.after()))
                        .collect(Collectors.joining("; ")));
        return details;
    }

    private static String step(int index, String name) {
        return "%d %s".formatted(index + 1, name);
    }

    private static String ids(List<UserId> people) {
        return people.stream().map(UserId::value).sorted().collect(Collectors.joining(" "));
    }

    private static Optional<AuditEntry> of(
            Request request, Optional<UserId> actor, Action action, Instant at, Map<String, String> details) {
        return Optional.of(entry(request, actor, action, at, details));
    }

    private static AuditEntry entry(
            Request request, Optional<UserId> actor, Action action, Instant at, Map<String, String> details) {
        return new AuditEntry(
                at,
                actor,
                action,
                Optional.of(request.id()),
                Optional.of(request.terms().person()),
                details);
    }
}
