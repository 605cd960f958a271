package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.bulk.CourseNotes;
import dev.linekeeper.chat.cards.BatchCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.BatchStage.BatchEnded;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.requests.BatchStore.StoredBatch;
import java.util.List;

/** What became of a batch, told as the move left it. */
record BatchOutcomes(BatchCards cards, CourseNotes course) {
    /** {@code version} is the one the move made: before the batch ended it was under way. */
    Answer of(StoredBatch stored, long version) {
        Batch now = stored.batch();
        Batch then = version < stored.version()
                        && now.stage() instanceof BatchEnded(var since, _, _)
                ? now.with(BatchUnderWay.from(since, List.of(), 0, 0))
                : now;
        List<Explanation> troubles = cards.troubles(then);
        return new Answer.Sheet(
                Explanation.of("chat.requests.row", then.id(), cards.title(then)),
                troubles.isEmpty() ? tone(then.stage()) : Tone.WARNING,
                now.stage() instanceof BatchUnderWay it && it.hold().isEmpty() ? approved(now, it) : cards.status(then),
                List.of(),
                troubles,
                List.of(NoteCards.say("request " + then.id().number())));
    }

    /** Of what just begins nothing is done, which is no outcome: it was approved, and begins now or when it may. */
    private Explanation approved(Batch batch, BatchUnderWay under) {
        return Explanation.of(
                batch.terms().rehearsal() ? "chat.batch.status.approved.dry" : "chat.batch.status.approved",
                batch.approvals().stream()
                        .map(Approval::by)
                        .map(course.names()::of)
                        .toList(),
                course.notYet(batch, under)
                        .orElseGet(() -> Explanation.of(
                                "chat.batch.begins", batch.terms().plan().members())));
    }

    private static Tone tone(BatchStage stage) {
        return switch (stage) {
            case BatchUnderWay _, BatchEnded _ -> Tone.GOOD;
            case BatchStage.BatchDenied _, BatchStage.BatchCancelled _ -> Tone.STOP;
            case BatchStage.BatchAwaiting _, BatchStage.BatchExpired _ -> Tone.WARNING;
        };
    }
}
