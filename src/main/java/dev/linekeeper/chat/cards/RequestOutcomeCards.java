package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.readiness.OwnNumberRules;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import dev.linekeeper.service.requests.SubmissionResult.PersonHasOpenRequest;
import dev.linekeeper.service.requests.SubmissionResult.SubmissionNotAllowed;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Submits changes for the caller and makes the cards with the result. */
public final class RequestOutcomeCards {
    private final RequestSubmission submission;
    private final RequestCards cards;
    private final TenantView tenant;

    public RequestOutcomeCards(RequestSubmission submission, RequestCards cards, TenantView tenant) {
        this.submission = submission;
        this.cards = cards;
        this.tenant = tenant;
    }

    /** The result of a submission without submitting anything. */
    public SubmissionResult preview(Caller caller, Intent intent) {
        return submission.preview(caller.id(), intent);
    }

    public SubmissionResult submit(Caller caller, Intent intent, String reason) {
        return submit(caller, intent, reason, 1, _ -> true);
    }

    /** The same for one of {@code people} submitted at once, unless the plan is not what was {@code meant}. */
    public SubmissionResult submit(Caller caller, Intent intent, String reason, int people, Predicate<Plan> meant) {
        return submit(new ChangeRequest(caller.id(), intent, reason), people, meant);
    }

    /** The same of a change that is written out. */
    public SubmissionResult submit(ChangeRequest change, int people, Predicate<Plan> meant) {
        return submission.submit(change, people, meant);
    }

    /** The card for one submission; {@code releasing} submits it again with the person's own number released. */
    public Answer answer(Caller caller, String name, SubmissionResult asked, Optional<ButtonPress> releasing) {
        return switch (asked) {
            case SubmissionResult.Sent(var request) ->
                cards.of(request.id(), caller, Explanation.of("chat.asked.sent"));
            case PersonHasOpenRequest(var open, var another) ->
                cards.of(
                        open.id(),
                        caller,
                        Explanation.of(
                                open.terms().subject().person().isPresent()
                                        ? "chat.asked.open-already"
                                        : "chat.asked.open-already." + (another ? "another" : "shared"),
                                cards.description(open.terms())));
            case OnlyPlanned(var result) -> planned(name, result, releasing);
            case SubmissionNotAllowed(var needed) ->
                new Answer.NotAllowed(
                        CommandVerbs.ENROL,
                        Explanation.of("chat.list", needed.stream().sorted().toList()));
            case SubmissionResult.PersonOutsideScope(var roles) ->
                NoteCards.of(
                        Tone.STOP,
                        "chat.asked.outside-scope",
                        name,
                        roles.stream().sorted().toList());
            case SubmissionResult.TooFewApprovers(var needed, var there) ->
                NoteCards.of(Tone.STOP, "chat.asked.too-few-approvers", needed, there);
            case SubmissionResult.ReadOnly() -> NoteCards.of(Tone.STOP, "chat.asked.read-only");
            case SubmissionResult.UnknownRequest(var id) -> NoteCards.of(Tone.INFO, "chat.no-such-request", id);
            case SubmissionResult.NotUndoable(var request, var reason) -> cannotUndo(request.id(), reason);
        };
    }

    private Answer planned(String name, PlanResult result, Optional<ButtonPress> releasing) {
        return switch (result) {
            case PlanResult.PolicyReady _ -> NoteCards.of(Tone.GOOD, "chat.asked.ready", name);
            case PlanResult.PolicyRefused refused -> refused(name, refused);
            case PlanResult.Ready _ -> NoteCards.of(Tone.GOOD, "chat.asked.ready", name);
            case PlanResult.NothingToDo _ -> NoteCards.of(Tone.GOOD, "chat.asked.nothing-to-do", name);
            case PlanResult.Blocked(var report) -> blocked(name, report, releasing);
            case PlanResult.NotVerified(var report, var unread) -> notVerified(name, report, unread);
            case PlanResult.CannotUndo(_, var details) -> cannotRestore(name, details);
            case PlanResult.UnknownPerson _ -> NoteCards.of(Tone.INFO, "chat.nobody", name);
            case PlanResult.NoAnswer(var why) -> NoteCards.of(Tone.WARNING, "chat.asked.no-answer", why);
        };
    }

    private static Answer refused(String name, PlanResult.PolicyRefused refused) {
        var subject = refused.subject();
        Object called = subject.person().isPresent() || subject.named().containsKey("group") ? name : subject;
        return new Answer.Sheet(
                Explanation.of(subject instanceof PolicyName ? "chat.policy.refused" : "chat.fix.refused", called),
                switch (refused.why()) {
                    case NOTHING_TO_DO -> Tone.GOOD;
                    case NOT_READ -> Tone.WARNING;
                    default -> Tone.STOP;
                },
                ConstantMessages.of("chat.policy.refused", refused.why()),
                List.of(),
                refused.details(),
                List.of(NoteCards.say(
                        refused.why() == PolicyObstacle.IN_USE ? "impact " + refused.subject() : "policies")));
    }

    /** Where the rules may all hold, and yet it is not known what the change would do. */
    private Answer notVerified(String name, Report<PersonCase> report, Optional<String> unread) {
        var title = Explanation.of("chat.asked.not-verified", name);
        return unread.<Answer>map(what -> new Answer.Note(
                        Tone.WARNING, title, Explanation.of("chat.asked.not-verified.unread", what), List.of()))
                .orElseGet(
                        () -> ReadinessCards.of(title, report, tenant.snapshot().asOf(), List.of()));
    }

    private static Answer cannotUndo(RequestId request, PlanResult.CannotUndo reason) {
        return new Answer.Sheet(
                Explanation.of("chat.asked.cannot-undo", request),
                Tone.STOP,
                Explanation.of("chat.asked.cannot-undo." + reason.why().name()),
                List.of(),
                reason.details(),
                List.of(NoteCards.say("request " + request.number())));
    }

    private static Answer cannotRestore(String name, List<Explanation> why) {
        return new Answer.Sheet(
                Explanation.of("chat.asked.cannot-restore", name),
                Tone.STOP,
                Explanation.of("chat.asked.cannot-restore.text"),
                List.of(),
                why,
                List.of(NoteCards.say("help")));
    }

    /** The card for one submission of a change that is no enrolment; {@code blocked} says that a rule stands in its way. */
    public Answer answer(Caller caller, String name, SubmissionResult asked, Explanation blocked) {
        return asked instanceof OnlyPlanned(PlanResult.Blocked(var report))
                ? ReadinessCards.with(
                        ReadinessCards.of(blocked, report, tenant.snapshot().asOf(), List.of()),
                        Tone.STOP,
                        Explanation.of("chat.asked.in-the-way"))
                : answer(caller, name, asked, Optional.empty());
    }

    private Answer blocked(String name, Report<PersonCase> report, Optional<ButtonPress> releasing) {
        var title = Explanation.of("chat.asked.blocked", name);
        var card = ReadinessCards.of(title, report, tenant.snapshot().asOf(), List.of());
        return releasing
                .filter(_ -> report.outcome(OwnNumberRules.NO_OWN_NUMBER) == Outcome.FAIL)
                .flatMap(press -> Fact.present(report.subject().person().primaryNumber())
                        .map(number -> ownNumber(title, report, number, press)))
                .orElse(card);
    }

    /** What can become of the number that is in the way. */
    private Answer.PersonReadiness ownNumber(
            Explanation title, Report<PersonCase> report, PhoneNumber number, ButtonPress releasing) {
        boolean elsewhere = report.outcome(OwnNumberRules.CLOUD_NUMBER) == Outcome.FAIL;
        return ReadinessCards.with(
                ReadinessCards.of(
                        title,
                        report,
                        tenant.snapshot().asOf(),
                        elsewhere
                                ? List.of()
                                : List.of(
                                        new Suggestion(Explanation.of("chat.asked.release", number), "", releasing),
                                        new Suggestion(
                                                Explanation.of("chat.asked.pass-on", number),
                                                "",
                                                releasing.with(Slot.RELEASE, "pass on")))),
                Tone.STOP,
                Explanation.of(elsewhere ? "chat.asked.own-number.elsewhere" : "chat.asked.own-number", number));
    }

    /** The row for one of several people submitted at once. */
    public Row row(String name, SubmissionResult asked) {
        return switch (asked) {
            case SubmissionResult.Sent(var request) ->
                row(Tone.GOOD, name, Explanation.of("chat.asked.row.sent", request.id()), request.id());
            case PersonHasOpenRequest(var open, _) ->
                row(
                        Tone.INFO,
                        name,
                        Explanation.of("chat.asked.row.open-already", open.id(), cards.description(open.terms())),
                        open.id());
            case OnlyPlanned(PlanResult.Ready _) -> row(Tone.GOOD, name, "chat.asked.row.ready");
            case OnlyPlanned(PlanResult.PolicyRefused it) ->
                new Row(
                        Tone.STOP,
                        RequestCards.name(name),
                        it.details().stream()
                                .findFirst()
                                .orElseGet(() -> ConstantMessages.of("chat.policy.refused", it.why())),
                        Optional.empty());
            case OnlyPlanned(PlanResult.NothingToDo _) -> row(Tone.INFO, name, "chat.asked.row.nothing-to-do");
            case OnlyPlanned(PlanResult.Blocked(var report)) ->
                row(Tone.STOP, name, "chat.asked.row.blocked", report.blocking());
            case OnlyPlanned(PlanResult.NotVerified _) -> row(Tone.WARNING, name, "chat.asked.row.not-verified");
            case SubmissionNotAllowed _ -> row(Tone.STOP, name, "chat.asked.row.not-allowed");
            case SubmissionResult.PersonOutsideScope _ -> row(Tone.STOP, name, "chat.asked.row.outside-scope");
            case SubmissionResult.TooFewApprovers(var needed, var there) ->
                row(Tone.STOP, name, "chat.asked.row.too-few-approvers", needed, there);
            case SubmissionResult.ReadOnly() -> row(Tone.STOP, name, "chat.asked.row.read-only");
            case SubmissionResult.NotUndoable(var request, var reason) ->
                row(Tone.STOP, name, ConstantMessages.of("chat.asked.cannot-undo", reason.why()), request.id());
            case OnlyPlanned _, SubmissionResult.UnknownRequest _ ->
                row(Tone.WARNING, name, "chat.asked.row.no-answer");
        };
    }

    private static Row row(Tone tone, String name, String key, Object... arguments) {
        return new Row(tone, RequestCards.name(name), Explanation.of(key, arguments), Optional.empty());
    }

    private static Row row(Tone tone, String name, Explanation detail, RequestId request) {
        return new Row(
                tone,
                RequestCards.name(name),
                detail,
                Optional.of(ChatInput.press(CommandVerbs.REQUEST, Slot.REQUEST, Long.toString(request.number()))));
    }
}
