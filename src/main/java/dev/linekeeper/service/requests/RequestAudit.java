package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.ApprovalPolicy.DecisionRefusal;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StepStopped;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The audit entry of a move of a request.
 *
 * @param request the request after the move
 * @param actor who made the move; empty when Linekeeper did
 */
public record RequestAudit(Request request, Optional<UserId> actor, Instant at) {
    static AuditEntry asked(Request.Pending request, Map<String, String> judged) {
        RequestDetails terms = request.terms();
        var details = plan(terms);
        details.putAll(judged);
        details.put("reason", terms.reason());
        details.put("expires", terms.expires().toString());
        details.put(
                "approvers",
                terms.approvers().stream().map(UserId::value).sorted().collect(Collectors.joining(" ")));
        details.put("quorum", Integer.toString(terms.quorum()));
        details.put("rehearsal", Boolean.toString(terms.rehearsal()));
        terms.undoes().ifPresent(other -> details.put("undoes", other.toString()));
        terms.batch().ifPresent(batch -> details.put("batch", batch.toString()));
        var asker = Optional.of(terms.requester()).filter(who -> !who.equals(UserId.LINEKEEPER));
        return new RequestAudit(request, asker, terms.askedAt()).entry(Action.ASKED, details);
    }

    /** Linekeeper takes up what was approved with the enrolment that named its end. */
    static AuditEntry approvedWith(Request.Approved request, Request.Completed named) {
        return new RequestAudit(request, Optional.empty(), request.at())
                .entry(
                        Action.APPROVED,
                        Map.of(
                                "with",
                                named.id().toString(),
                                "approvedFingerprint",
                                named.terms().fingerprint(),
                                "approvers",
                                named.approvals().stream()
                                        .map(approval -> approval.by().value())
                                        .collect(Collectors.joining(" ")),
                                "fingerprint",
                                request.terms().fingerprint(),
                                "missing",
                                "0"));
    }

    /** What the audit trail keeps of a report. */
    static Map<String, String> judged(Report<?> report) {
        return Map.of(
                "overall", report.overall().name(),
                "warnings", rules(report.with(Outcome.WARN)),
                "manual", rules(report.with(Outcome.MANUAL)));
    }

    private static String rules(List<? extends Finding<?>> findings) {
        return findings.stream().map(finding -> finding.rule().id().value()).collect(Collectors.joining(" "));
    }

    public static AuditEntry refused(Request request, UserId who, String tried, String why, Instant at) {
        return by(request, who, at).entry(Action.REFUSED, Map.of("tried", tried, "why", why));
    }

    static AuditEntry refused(ChangeRequest change, String why, Instant at) {
        var details = new TreeMap<>(Map.of("tried", "ask", "why", why));
        change.intent().subject().map(Subject::named).ifPresent(details::putAll);
        return new AuditEntry(
                at,
                Optional.of(change.requester()),
                Action.REFUSED,
                change.intent() instanceof Intent.UndoOf(var id) ? Optional.of(id) : Optional.empty(),
                change.intent().whom(),
                details);
    }

    /** The words for a refused decision are part of the trail, so they do not follow the names of classes. */
    static String refusalCode(DecisionRefusal refusal) {
        return switch (refusal) {
            case DecisionRefusal.OwnRequest _ -> "OwnRequest";
            case DecisionRefusal.Beneficiary _ -> "Beneficiary";
            case DecisionRefusal.NotAnApprover _ -> "NotAnApprover";
            case DecisionRefusal.OutsideScope _ -> "OutsideScope";
            case DecisionRefusal.AlreadyApproved _ -> "AlreadyApproved";
            case DecisionRefusal.PastExpiry _ -> "Expired";
            case DecisionRefusal.DecidedWithBatch _ -> "DecidedWithBatch";
        };
    }

    /** The entry of a move; empty for another try at a step, which is not recorded. */
    public static Optional<AuditEntry> moved(Request before, Request after, Optional<UserId> actor, Instant at) {
        var move = new RequestAudit(after, actor, at);
        return switch (after) {
            case AwaitingDecision it when !it.approvals().isEmpty() -> Optional.of(approved(it, it.approvalsMissing()));
            case Request.Pending _ -> Optional.empty();
            case Request.NeedsFreshLook it -> Optional.of(move.needsFreshLook(it));
            case Request.Approved _ when before instanceof Request.PartlyApplied -> Optional.of(move.resumed());
            case Request.Approved it -> Optional.of(approved(it, 0));
            case Request.Applying it -> move.applying(before, it);
            case Request.PartlyApplied it when it.stop().why() == StopReason.BY_HAND -> Optional.of(move.stepDone());
            case Request.PartlyApplied it -> Optional.of(move.stopped(it.stop()));
            case Request.Completed(
                    _,
                    _,
                    _,
                    _,
                    var proof) ->
                Optional.of(move.entry(
                        Action.COMPLETED,
                        Map.of("overall", proof.overall().name(), "failing", String.join(" ", proof.failing()))));
            case Request.Rejected(_, var by, var proof, var reason, var then) ->
                Optional.of(by(after, by, then).entry(Action.DENIED, Map.of("reason", reason, "proof", proof)));
            case Request.Expired it -> Optional.of(move.at(it.at()).entry(Action.EXPIRED, Map.of()));
            case Request.Cancelled(_, var by, var then) ->
                Optional.of(by(after, by, then).entry(Action.CANCELLED, Map.of()));
            case Request.Undone it ->
                Optional.of(move.at(it.at())
                        .entry(Action.UNDONE, Map.of("by", it.by().toString())));
            case Request.Overtaken(_, _, var why, var rules, var then) ->
                Optional.of(move.at(then)
                        .entry(Action.OVERTAKEN, Map.of("why", why.name(), "rules", String.join(" ", rules))));
        };
    }

    private static AuditEntry approved(Request request, int missing) {
        Approval approval = request.approvals().getLast();
        return by(request, approval.by(), approval.at())
                .entry(
                        Action.APPROVED,
                        Map.of(
                                "proof", approval.proof(),
                                "fingerprint", request.terms().fingerprint(),
                                "missing", Integer.toString(missing)));
    }

    private AuditEntry needsFreshLook(Request.NeedsFreshLook look) {
        var details = plan(look.terms());
        details.put("why", look.why().name());
        details.put("approvedFingerprint", look.terms().fingerprint(look.earlier()));
        return entry(Action.NEEDS_FRESH_LOOK, details);
    }

    private Optional<AuditEntry> applying(Request before, Request.Applying after) {
        return switch (before) {
            case Request.Approved _ ->
                Optional.of(entry(
                        Action.APPLYING_STARTED,
                        Map.of("fingerprint", after.terms().fingerprint())));
            case Request other when other.done().size() < after.done().size() -> Optional.of(stepDone());
            case Request _ -> Optional.empty();
        };
    }

    private AuditEntry resumed() {
        return entry(
                Action.RESUMED, Map.of("from", Integer.toString(request.done().size() + 1)));
    }

    /** A step that somebody did by hand reads like one that Linekeeper did. */
    private AuditEntry stepDone() {
        StepDone done = request.done().getLast();
        var step = request.terms().plan().steps().get(done.index());
        return at(done.at())
                .entry(
                        Action.STEP_DONE,
                        Map.of(
                                "step", step(done.index(), done.name()),
                                "how", done.how().name(),
                                "before", step.before(),
                                "after", step.after(),
                                "readBack", done.readBack()));
    }

    private AuditEntry stopped(StepStopped stop) {
        return entry(
                Action.STOPPED,
                Map.of(
                        "step", step(stop.index(), stop.name()),
                        "why", stop.why().name(),
                        "detail", stop.detail(),
                        "tries", Integer.toString(stop.tries())));
    }

    private static Map<String, String> plan(RequestDetails terms) {
        Plan plan = terms.plan();
        var details = new TreeMap<String, String>();
        details.put("purpose", plan.purpose().name());
        details.putAll(plan.subject().named());
        plan.policy().ifPresent(policy -> details.put("policy", policy.value()));
        details.put("fingerprint", terms.fingerprint());
        terms.schedule().ifPresent(days -> details.put("schedule", days.toString()));
        details.put("risk", plan.risk().level().name());
        details.put(
                "steps",
                plan.steps().stream()
                        .map(step -> "%s: %s -> %s".formatted(step.name(), step.before(), step.after()))
                        .collect(Collectors.joining("; ")));
        return details;
    }

    private static String step(int index, StepName name) {
        return "%d %s".formatted(index + 1, name);
    }

    private static RequestAudit by(Request request, UserId who, Instant at) {
        return new RequestAudit(request, Optional.of(who), at);
    }

    private RequestAudit at(Instant then) {
        return new RequestAudit(request, actor, then);
    }

    private AuditEntry entry(Action action, Map<String, String> details) {
        return new AuditEntry(
                at,
                actor,
                action,
                Optional.of(request.id()),
                request.terms().subject().person(),
                details);
    }
}
