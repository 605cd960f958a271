package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.request.LeftOut;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Why somebody who was named with others is not among those who are asked for, in sentences that can be stored. */
public final class RowReasons {
    private RowReasons() {}

    /** Empty when nobody knows whom it would have been for. */
    public static Optional<LeftOut> leftOut(ChangeRequest change, SubmissionResult result) {
        return subject(change, result).map(subject -> new LeftOut(subject, why(result)));
    }

    /** The same of all that were not sent. */
    static Stream<LeftOut> leftOut(Map<ChangeRequest, SubmissionResult> results) {
        return results.entrySet().stream()
                .filter(one -> !(one.getValue() instanceof SubmissionResult.Sent))
                .flatMap(one -> leftOut(one.getKey(), one.getValue()).stream());
    }

    private static Optional<? extends Subject> subject(ChangeRequest change, SubmissionResult result) {
        return switch (change.intent()) {
            case Intent.UndoOf _
            when result instanceof SubmissionResult.NotUndoable(var request, _) ->
                Optional.of(request.terms().subject());
            case Intent.UndoOf _
            when result instanceof SubmissionResult.PersonHasOpenRequest(var open, _) ->
                Optional.of(open.terms().subject());
            case Intent.UndoOf _
            when result
                    instanceof
                    OnlyPlanned(
                            PlanResult.PolicyRefused(
                                    var policy,
                                    _,
                                    _,
                                    _)) -> Optional.of(policy);
            case Intent other -> other.subject();
        };
    }

    private static Explanation why(SubmissionResult result) {
        return switch (result) {
            case SubmissionResult.PersonHasOpenRequest(var open, _) ->
                row("open", open.id().toString());
            case OnlyPlanned(PlanResult.PolicyRefused refused) ->
                refused.details().stream()
                        .findFirst()
                        .orElseGet(() -> Explanation.of("chat.policy.refused." + refused.why()));
            case OnlyPlanned(PlanResult.NothingToDo _) -> row("nothing-to-do");
            case OnlyPlanned(PlanResult.Blocked(var report)) -> row("blocked", report.blocking());
            case OnlyPlanned(PlanResult.NotVerified _) -> row("not-verified");
            case OnlyPlanned(PlanResult.UnknownPerson _) -> row("unknown");
            case OnlyPlanned(PlanResult.Ready(var plan, _)) ->
                plan.policy()
                        .flatMap(policy -> plan.before()
                                .direct(PolicyKind.SHARED_CALLING)
                                .filter(now -> !now.equals(policy))
                                .map(now -> row("other-policy", now.value(), policy)))
                        .orElseGet(() -> row("changed"));
            case SubmissionResult.SubmissionNotAllowed _ -> row("not-allowed");
            case SubmissionResult.PersonOutsideScope _ -> row("outside-scope");
            case SubmissionResult.ReadOnly() -> row("read-only");
            case SubmissionResult.TooFewApprovers(var needed, var there) -> row("too-few-approvers", needed, there);
            case SubmissionResult.NotUndoable _ -> row("not-undone");
            case OnlyPlanned _, SubmissionResult.Sent _, SubmissionResult.UnknownRequest _ -> row("no-answer");
        };
    }

    private static Explanation row(String key, Object... arguments) {
        return Explanation.of("chat.asked.row." + key, arguments);
    }
}
