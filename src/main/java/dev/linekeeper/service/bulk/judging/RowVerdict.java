package dev.linekeeper.service.bulk.judging;

import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.readiness.OwnNumberRules;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Remedy;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.service.bulk.judging.RowJudgement.RowTerms;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import java.util.Optional;

/**
 * What a row comes to, by what submitting its change would.
 *
 * @param plan of those who could be asked for
 */
public record RowVerdict(RowOutcome outcome, Explanation reason, Optional<Plan> plan) {
    /** Why a change that is no enrolment cannot be asked for, and whose job it is, where that is known. */
    public static Explanation whyNot(SubmissionResult result) {
        return of(result, new RowTerms(UserId.LINEKEEPER, Optional.empty(), false, false, Optional.empty()))
                .reason();
    }

    static RowVerdict of(SubmissionResult result, RowTerms terms) {
        return switch (result) {
            case OnlyPlanned(var planned) -> of(planned, terms);
            case SubmissionResult.SubmissionNotAllowed _ -> without(RowOutcome.REFUSED, said("not-allowed"));
            case SubmissionResult.PersonOutsideScope _ -> without(RowOutcome.REFUSED, said("outside-scope"));
            case SubmissionResult.PersonHasOpenRequest(var open, _) ->
                without(RowOutcome.BLOCKED, said("open", open.id().toString()));
            case SubmissionResult.ReadOnly() -> without(RowOutcome.BLOCKED, said("read-only"));
            case SubmissionResult.TooFewApprovers(var needed, var there) ->
                without(RowOutcome.BLOCKED, said("too-few-approvers", needed, there));
            case SubmissionResult.Sent _, SubmissionResult.NotUndoable _, SubmissionResult.UnknownRequest _ ->
                without(RowOutcome.BLOCKED, said("no-answer"));
        };
    }

    /** Whether the only plan there could be gives back a number, which nobody has agreed to. */
    static boolean wantsRelease(SubmissionResult result) {
        return result instanceof OnlyPlanned(PlanResult.Blocked(var report))
                && report.blocking().contains(OwnNumberRules.NO_OWN_NUMBER.id().value());
    }

    private static RowVerdict of(PlanResult planned, RowTerms terms) {
        return switch (planned) {
            case PlanResult.Ready(var plan, _) -> ready(plan, terms);
            case PlanResult.NothingToDo _ -> without(RowOutcome.THERE, said("nothing-to-do"));
            case PlanResult.Blocked(var report) -> without(RowOutcome.BLOCKED, blocked(report));
            case PlanResult.NotVerified(var report, var unread) ->
                without(
                        RowOutcome.BLOCKED,
                        unread.map(why -> row("not-verified", why)).orElseGet(() -> unknown(report)));
            case PlanResult.NoAnswer(var why) -> without(RowOutcome.BLOCKED, row("not-verified", why));
            case PlanResult.UnknownPerson _ -> without(RowOutcome.NOT_FOUND, said("unknown"));
            case PlanResult.PolicyRefused(_, _, _, var details)
            when !details.isEmpty() -> without(RowOutcome.BLOCKED, details.getFirst());
            case PlanResult.OfPolicy _ -> without(RowOutcome.BLOCKED, said("no-answer"));
            case PlanResult.CannotUndo(_, var details) ->
                without(RowOutcome.BLOCKED, details.isEmpty() ? said("no-answer") : details.getFirst());
        };
    }

    private static RowVerdict ready(Plan plan, RowTerms terms) {
        boolean releases = plan.changes().stream().anyMatch(Change.ReleaseNumber.class::isInstance);
        boolean agreed = plan.purpose() == Purpose.NUMBER
                || ((terms.moves() || plan.leavesNoPolicy()) && (terms.releases() || !releases));
        return new RowVerdict(agreed ? RowOutcome.READY : RowOutcome.FIXABLE, comesTo(plan), Optional.of(plan));
    }

    /** What somebody gets or loses by a plan: a number of their own, a policy; or that they are ready. */
    static Explanation comesTo(Plan plan) {
        if (plan.purpose() == Purpose.NUMBER) {
            return row("given", plan.givenNumber().orElseThrow().number());
        }
        PolicyName to = plan.policy().orElseThrow();
        Object now = plan.before()
                .direct(PolicyKind.SHARED_CALLING)
                .<Object>map(name -> name)
                .orElse("–");
        boolean moves = !plan.leavesNoPolicy();
        return plan.changes().stream()
                .filter(Change.ReleaseNumber.class::isInstance)
                .map(change -> ((Change.ReleaseNumber) change).number())
                .findFirst()
                .map(number -> moves ? row("moves-and-releases", now, to, number) : row("releases", number))
                .orElseGet(() -> moves ? row("moves", now, to) : said("ready"));
    }

    /** The first rule that fails, what is to be done and by whom, and every rule that fails. */
    private static Explanation blocked(Report<PersonCase> report) {
        return report.with(Outcome.FAIL).stream()
                .filter(finding -> !finding.willBeFixed())
                .findFirst()
                .map(finding -> row(
                        finding.rule().remedy() instanceof Remedy.OutsideTeams<?> ? "blocked.outside" : "blocked.admin",
                        why(finding),
                        finding.rule().remedyText().orElseGet(finding.rule()::titleText),
                        report.blocking()))
                .orElseGet(() -> said("blocked", report.blocking()));
    }

    private static Explanation unknown(Report<PersonCase> report) {
        return report.with(Outcome.UNKNOWN).stream()
                .filter(finding -> finding.rule().mayFail())
                .findFirst()
                .map(finding -> row("not-verified", why(finding)))
                .orElseGet(() -> said("not-verified"));
    }

    private static Explanation why(Finding<PersonCase> finding) {
        return finding.explanation().orElseGet(finding.rule()::titleText);
    }

    private static RowVerdict without(RowOutcome outcome, Explanation reason) {
        return new RowVerdict(outcome, reason, Optional.empty());
    }

    private static Explanation said(String key, Object... arguments) {
        return Explanation.of("chat.asked.row." + key, arguments);
    }

    private static Explanation row(String key, Object... arguments) {
        return Explanation.of("bulk.row." + key, arguments);
    }
}
