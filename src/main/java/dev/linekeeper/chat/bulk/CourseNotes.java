package dev.linekeeper.chat.bulk;

import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage.BatchEnded;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.BatchStage.Hold;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.bulk.BatchControl;
import dev.linekeeper.service.bulk.MemberTally;
import dev.linekeeper.service.requests.RequestAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How an approved batch goes on: who is first, why nobody begins, how many are left and for about how long. */
public record CourseNotes(FreezeWindows freeze, DisplayNames names, ApprovalPolicy policy, Clock clock) {
    /** What can be done to the batch now, whoever wants it. */
    public Set<RequestAction> open(Batch batch) {
        return BatchControl.open(batch, clock.instant());
    }

    /** From fewer no pace can be told. */
    private static final int TELLING = 5;

    /** {@code progress} as the store counts it. */
    public List<Explanation> of(Batch batch, Map<MemberState, Integer> progress) {
        var notes = new ArrayList<Explanation>();
        held(batch).ifPresent(notes::add);
        approvalOfHeld(batch).ifPresent(notes::add);
        if (batch.awaits() && !batch.canary().isEmpty()) {
            notes.add(Explanation.of("chat.batch.canary.planned", batch.canary().size()));
        }
        if (batch.stage() instanceof BatchUnderWay under) {
            goingOn(batch, under, progress, notes);
        }
        return notes;
    }

    /** Why nobody begins any more, or what ended it. */
    public Optional<Explanation> held(Batch batch) {
        Optional<Hold> stopped = batch.stage() instanceof BatchEnded it ? it.stopped() : Optional.empty();
        return batch.hold()
                .or(() -> stopped)
                .map(hold -> Explanation.of(
                        "chat.batch.hold." + hold.why(),
                        hold.by().map(names::of).orElse("Linekeeper"),
                        hold.at(),
                        Long.toString(batch.id().number())));
    }

    /** Why nobody begins yet whom nobody holds: the start that was asked for, or a time in which nothing is changed. */
    public Optional<Explanation> notYet(Batch batch, BatchUnderWay under) {
        Instant now = clock.instant();
        Instant start = batch.terms().notBeforeStart(under.since());
        return now.isBefore(start)
                ? Optional.of(Explanation.of("chat.batch.starts", start))
                : freeze.until(now).map(until -> Explanation.of("chat.batch.frozen", until));
    }

    /** Until when the approval holds, which a pause does not make longer. */
    private Optional<Explanation> approvalOfHeld(Batch batch) {
        return batch.hold()
                .filter(hold -> !hold.isFinal() && !batch.approvals().isEmpty())
                .map(_ -> batch.terms()
                        .notBeforeStart(batch.approvals().getLast().at())
                        .plus(policy.expiry()))
                .map(until -> Explanation.of("chat.batch.hold.approval", until));
    }

    private void goingOn(
            Batch batch, BatchUnderWay under, Map<MemberState, Integer> progress, List<Explanation> notes) {
        boolean isOver = under.hold().filter(Hold::isFinal).isPresent();
        int waiting = isOver ? 0 : progress.getOrDefault(MemberState.WAITING, 0);
        int now = progress.getOrDefault(MemberState.UNDER_WAY, 0);
        Instant start = batch.terms().notBeforeStart(under.since());
        Optional<Explanation> notYet =
                notYet(batch, under).filter(_ -> clock.instant().isBefore(start) || waiting > 0);
        notYet.ifPresent(notes::add);
        if (clock.instant().isBefore(start)) {
            return;
        }
        if (under.hold().isEmpty() && !under.canary().isEmpty()) {
            notes.add(Explanation.of("chat.batch.canary", under.canary().size()));
        }
        if (waiting + now > 0) {
            notes.add(Explanation.of("chat.batch.left", now, waiting));
        }
        if (notYet.isEmpty() && under.hold().isEmpty() && under.canary().isEmpty()) {
            minutesLeft(start, MemberTally.of(progress).since(under).ended(), waiting + now)
                    .ifPresent(minutes -> notes.add(Explanation.of("chat.batch.estimate", minutes)));
        }
    }

    /** By the pace since it last went on, not counting a freeze it went on in. */
    private Optional<Long> minutesLeft(Instant since, int ended, int left) {
        Instant from = freeze.until(since).orElse(since);
        return Optional.of(Duration.between(from, clock.instant()))
                .filter(time -> ended >= TELLING && left > 0 && time.isPositive())
                .map(time -> time.multipliedBy(left).dividedBy(ended).toMinutes() + 1);
    }
}
