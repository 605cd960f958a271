package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Answer.RequestCard.StepLine;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanDifference;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.ApprovalPolicy.DecisionRefusal;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.schedule.OwnReason;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The state of a request in words: who did what and when, and how far its steps are. */
public final class RequestTexts {
    private RequestTexts() {}

    public static String state(Request request) {
        return switch (request) {
            case Request.Pending _ -> "PENDING";
            case Request.NeedsFreshLook _ -> "FRESH_LOOK";
            case Request.Approved _ -> "APPROVED";
            case Request.Applying _ -> "APPLYING";
            case Request.PartlyApplied _ -> "PARTLY";
            case Request.Completed it -> it.terms().rehearsal() ? "TRIED" : "DONE";
            case Request.Rejected _ -> "DENIED";
            case Request.Expired _ -> "EXPIRED";
            case Request.Cancelled _ -> "CANCELLED";
            case Request.Undone _ -> "UNDONE";
            case Request.Overtaken _ -> "OVERTAKEN";
        };
    }

    /** The state of the request in one sentence, with who decided and when. */
    public static Explanation status(Request request, DisplayNames names) {
        int all = request.terms().plan().steps().size();
        String dry = request.terms().rehearsal() ? ".dry" : "";
        return switch (request) {
            case Request.Pending it -> waiting(it.approvals(), it.terms().quorum(), names);
            case Request.NeedsFreshLook it -> say("fresh-look." + it.why().name(), it.since());
            case Request.Approved it
            when it.isUntouched()
                    && it.terms().schedule().flatMap(Schedule::startsAt).isPresent() ->
                say(
                        "approved.later" + dry,
                        names(it.approvals(), names),
                        it.approvedAt(),
                        it.terms().schedule().flatMap(Schedule::startsAt));
            case Request.Approved it -> say("approved" + dry, names(it.approvals(), names), it.approvedAt());
            case Request.Applying it -> say("applying" + dry, it.done().size(), all, names(it.approvals(), names));
            case Request.PartlyApplied it ->
                say("partly" + dry, it.done().size(), all, it.stop().at());
            case Request.Completed it ->
                say("done" + dry, names(it.approvals(), names), it.proof().at());
            case Request.Rejected it -> say("denied", names.of(it.by()), it.at(), it.reason());
            case Request.Expired it -> say("expired", it.at());
            case Request.Cancelled it -> say("cancelled", names.of(it.by()), it.at());
            case Request.Undone it -> say("undone", it.by(), it.at());
            case Request.Overtaken it -> say("overtaken." + it.why().name(), it.at());
        };
    }

    private static Explanation waiting(List<Approval> approvals, int quorum, DisplayNames names) {
        return approvals.isEmpty()
                ? say("pending", quorum)
                : say("pending.some", approvals.size(), quorum, names(approvals, names));
    }

    private static List<String> names(List<Approval> approvals, DisplayNames names) {
        return approvals.stream().map(approval -> names.of(approval.by())).toList();
    }

    private static Explanation say(String key, Object... arguments) {
        return Explanation.of("chat.request.status." + key, arguments);
    }

    static List<StepLine> steps(Request request) {
        List<Step> steps = request.terms().plan().steps();
        int done = request.done().size();
        String mark = request.terms().rehearsal() ? "TRIED" : "DONE";
        return IntStream.range(0, steps.size())
                .mapToObj(at -> line(steps.get(at), at < done ? mark : at == done ? currentStepMark(request) : "OPEN"))
                .toList();
    }

    static StepLine line(Step step, String mark) {
        return new StepLine(mark, step.title(), step.before(), step.after());
    }

    private static String currentStepMark(Request request) {
        return switch (request) {
            case Request.Applying _ -> "NOW";
            case Request.PartlyApplied _ -> "STOPPED";
            case AwaitingDecision _, Request.Approved _, Request.Finished _ -> "OPEN";
        };
    }

    /** What else there is to say of its state: why it stopped, what was read back, what changed. */
    public static List<Explanation> notes(Request request) {
        return switch (request) {
            case Request.Applying it ->
                it.trouble()
                        .map(what -> List.of(Explanation.of("chat.request.trouble", what)))
                        .orElse(List.of());
            case Request.PartlyApplied it ->
                List.of(Explanation.of(
                        "chat.request.stopped." + it.stop().why().name(),
                        it.stop().index() + 1,
                        it.stop().detail(),
                        it.stop().tries()));
            case Request.Completed it when it.terms().rehearsal() -> List.of();
            case Request.NeedsFreshLook it
            when it.why() == FreshLookReason.PLAN_CHANGED ->
                PlanDifference.of(it.earlier(), it.terms().plan());
            case Request.Completed it ->
                Stream.of(
                                Stream.of(
                                        it.proof().failing().isEmpty()
                                                ? Explanation.of(
                                                        "chat.request.proof",
                                                        it.proof().at())
                                                : Explanation.of(
                                                        "chat.request.proof.failing",
                                                        it.proof().failing())),
                                spreading(it.terms().plan()),
                                it.terms().plan().freed().map(number -> Explanation.of("chat.request.freed", number)))
                        .flatMap(lines -> lines)
                        .toList();
            case Request.Overtaken it
            when !it.rules().isEmpty() -> List.of(Explanation.of("chat.check.fails", it.rules()));
            case AwaitingDecision _, Request.Approved _, Request.Finished _ -> List.of();
        };
    }

    /** A policy of a group is read back as the group's; whether members have it yet is not. */
    private static Stream<Explanation> spreading(Plan plan) {
        return plan.groupGrant().stream().map(_ -> Explanation.of("chat.request.spreading"));
    }

    /** From when and until when it is wanted, and whose days those are. */
    public static List<Sheet.Detail> days(Schedule schedule) {
        return Stream.of(
                        schedule.start()
                                .map(day -> Sheet.detail(
                                        "chat.request.starts",
                                        Explanation.of("chat.request.starts.on", day, schedule.zone()))),
                        schedule.end()
                                .map(day -> Sheet.detail(
                                        "chat.request.ends",
                                        Explanation.of("chat.request.ends.on", day, schedule.zone()))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The person it is for, or what it is about that stands behind people. */
    static Sheet.Detail subject(Subject subject, DisplayNames names) {
        return Sheet.detail(
                switch (subject) {
                    case UserId _ -> "chat.request.person";
                    case PolicyName _ -> "chat.request.policy";
                    case Groundwork(var kind, _) ->
                        switch (kind) {
                            case NUMBER -> "chat.request.number";
                            case ACCOUNT -> "chat.request.account";
                            case EMERGENCY_ROUTING, VOICE_ROUTING, CALLER_ID, CALLING -> "chat.request.policy";
                            case GROUP -> "chat.request.group";
                        };
                },
                RequestCards.name(names.of(subject)));
    }

    static Sheet.Detail whyYou(Scope deciding) {
        return Sheet.detail(
                "chat.request.why-you",
                deciding.isEverybody()
                        ? Explanation.of("chat.request.approver")
                        : Explanation.of("chat.request.approver.scope", deciding));
    }

    static Explanation reason(String given) {
        return OwnReason.of(given)
                .map(own ->
                        Explanation.of("chat.request.own-reason." + own.cause().name(), own.detail()))
                .orElseGet(() -> given.isEmpty() ? Explanation.of("chat.request.no-reason") : RequestCards.name(given));
    }

    /** What a decision leads to: the sentences of the plan, each under its label. */
    public static List<Sheet.Detail> outlook(Plan plan) {
        var labels = List.of(
                "chat.request.outlook",
                "chat.request.outlook.call",
                "chat.request.outlook.emergency",
                "chat.request.outlook.emergency-shown");
        return IntStream.range(0, Math.min(labels.size(), plan.outlook().size()))
                .mapToObj(at -> Sheet.detail(labels.get(at), plan.outlook().get(at)))
                .toList();
    }

    /** Why somebody may not decide. */
    public static Explanation refusal(DecisionRefusal why) {
        return switch (why) {
            case DecisionRefusal.OwnRequest() -> Explanation.of("chat.decided.own-request");
            case DecisionRefusal.Beneficiary() -> Explanation.of("chat.decided.beneficiary");
            case DecisionRefusal.OutsideScope() -> Explanation.of("chat.decided.outside-scope");
            case DecisionRefusal.NotAnApprover(var wasOne) ->
                Explanation.of(wasOne ? "chat.decided.no-longer-approver" : "chat.decided.no-approver");
            case DecisionRefusal.AlreadyApproved(var at) -> Explanation.of("chat.decided.already-approved", at);
            case DecisionRefusal.DecidedWithBatch(var batch) -> Explanation.of("chat.batch.decided-together", batch);
            case DecisionRefusal.PastExpiry(var since) -> Explanation.of("chat.decided.expired-since", since);
        };
    }

    /** What a plan changes and leads to. */
    public static List<Sheet.Detail> details(Plan plan) {
        var steps = plan.steps().stream()
                .filter(Step::changesSomething)
                .map(step -> new Sheet.Detail(
                        step.title(), Explanation.of("chat.plan.change", step.before(), step.after())));
        var risk = Sheet.detail(
                "chat.request.risk",
                ConstantMessages.of("chat.request.risk", plan.risk().level()));
        return Stream.of(steps, Stream.of(risk), outlook(plan).stream())
                .flatMap(part -> part)
                .toList();
    }
}
