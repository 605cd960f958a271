package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchPlan;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.CountedLine;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Batches in words: what they are for, where they stand, and how far their members are. */
final class BatchTexts {
    private BatchTexts() {}

    /** What it is for, in one sentence. */
    static Explanation title(Batch batch) {
        BatchPlan plan = batch.terms().plan();
        Optional<String> made = plan.policy(StepName.CREATE_POLICY);
        Optional<String> removed = plan.policy(StepName.REMOVE_POLICY);
        if (plan.members() > plan.people()) {
            String key = plan.purpose() == Purpose.UNDO ? "UNDONE" : made.isPresent() ? "RENAMED" : "EMPTIED";
            return Explanation.of(
                    "chat.batch.title." + key,
                    plan.people(),
                    made.or(() -> plan.policy().map(PolicyName::value)).orElse("–"),
                    removed.or(() -> made).orElse("–"));
        }
        return Explanation.of(
                "chat.batch.title."
                        + (plan.steps().isEmpty() ? "KEEP" : plan.purpose().name()),
                plan.people(),
                plan.policy().map(PolicyName::value).orElse("–"));
    }

    /** The name of its state, as those of requests are named. */
    static String state(Batch batch, Map<MemberState, Integer> progress) {
        return switch (batch.stage()) {
            case BatchStage.BatchAwaiting _ -> "PENDING";
            case BatchStage.BatchUnderWay it when it.hold().isPresent() -> "HELD";
            case BatchStage.BatchUnderWay _ -> "APPLYING";
            case BatchStage.BatchDenied _ -> "DENIED";
            case BatchStage.BatchCancelled _ -> "CANCELLED";
            case BatchStage.BatchExpired _ -> "EXPIRED";
            case BatchStage.BatchEnded _ -> ended(batch, progress);
        };
    }

    private static String ended(Batch batch, Map<MemberState, Integer> progress) {
        int members = batch.terms().plan().members();
        if (count(progress, MemberState.UNDONE) == members) {
            return "UNDONE";
        }
        boolean all = count(progress, MemberState.DONE) == members;
        return !all ? "SOME" : batch.terms().rehearsal() ? "TRIED" : "DONE";
    }

    /** Where it stands in one sentence, with who decided and when. */
    static Explanation status(Batch batch, Map<MemberState, Integer> progress, DisplayNames names) {
        List<String> approvers =
                batch.approvals().stream().map(Approval::by).map(names::of).toList();
        int quorum = batch.terms().quorum();
        String dry = batch.terms().rehearsal() ? ".dry" : "";
        return switch (batch.stage()) {
            case BatchStage.BatchAwaiting _
            when approvers.isEmpty() -> Explanation.of("chat.request.status.pending", quorum);
            case BatchStage.BatchAwaiting _ ->
                Explanation.of("chat.request.status.pending.some", approvers.size(), quorum, approvers);
            case BatchStage.BatchUnderWay _ ->
                Explanation.of("chat.batch.status.under-way" + dry, counted(batch, progress), approvers);
            case BatchStage.BatchEnded(_, var at, _) ->
                Explanation.of("chat.batch.status.ended" + dry, counted(batch, progress), approvers, at);
            case BatchStage.BatchDenied(var by, var reason, var at) ->
                Explanation.of("chat.request.status.denied", names.of(by), at, reason);
            case BatchStage.BatchCancelled(var by, var at) ->
                Explanation.of("chat.request.status.cancelled", names.of(by), at);
            case BatchStage.BatchExpired(var at) -> Explanation.of("chat.request.status.expired", at);
        };
    }

    private static Explanation counted(Batch batch, Map<MemberState, Integer> progress) {
        return Explanation.of(
                "chat.batch.progress",
                count(progress, MemberState.DONE),
                batch.terms().plan().members(),
                count(progress, MemberState.STOPPED),
                count(progress, MemberState.OVERTAKEN),
                count(progress, MemberState.LEFT),
                count(progress, MemberState.UNDONE),
                count(progress, MemberState.NOT_APPLIED));
    }

    static int count(Map<MemberState, Integer> progress, MemberState state) {
        return progress.getOrDefault(state, 0);
    }

    /** A sentence about some of {@code people}: about how many, unless it is about all. */
    static Explanation line(CountedLine line, int people) {
        if (BatchPlan.isOfPolicy(line.text())) {
            return line.text();
        }
        if (!line.alike()) {
            return Explanation.of("chat.batch.example", line.text(), line.people(), people);
        }
        return line.people() >= people
                ? line.text()
                : Explanation.of("chat.batch.counted", line.text(), line.people(), people);
    }

    /** One member, with where they stand and what is the matter. */
    static Explanation member(Request request, DisplayNames names) {
        List<Explanation> says = Stream.concat(
                        Stream.of(RequestTexts.status(request, names)), RequestTexts.notes(request).stream())
                .toList();
        return Explanation.of("chat.batch.member", names.of(request.terms().subject()), request.id(), says.getLast());
    }
}
