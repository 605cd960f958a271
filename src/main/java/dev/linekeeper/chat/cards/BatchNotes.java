package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.UnreachableApprovers;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage.BatchEnded;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.BatchTerms;
import dev.linekeeper.core.request.CountedLine;
import dev.linekeeper.core.request.LeftOut;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.requests.BatchStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What else there is to say of a batch: what speaks against it, who was left out, and with whom something is the matter. */
record BatchNotes(BatchStore store, DisplayNames names, UnreachableApprovers unreachable) {
    /** The most people who are named. */
    static final int NAMED = 10;

    private static final Set<MemberState> TROUBLE =
            EnumSet.of(MemberState.STOPPED, MemberState.OVERTAKEN, MemberState.LEFT);

    List<Explanation> of(Batch batch, Caller reader) {
        var notes = new ArrayList<Explanation>();
        if (batch.terms().rehearsal()) {
            notes.add(Explanation.of(
                    batch.stage() instanceof BatchEnded ? "chat.request.rehearsed" : "chat.request.rehearsal"));
        }
        if (batch.awaits()) {
            beforeItIsDecided(batch, reader, notes);
        }
        notes.addAll(troubles(batch));
        leftOut(batch.terms(), notes);
        return notes;
    }

    private void beforeItIsDecided(Batch batch, Caller reader, List<Explanation> notes) {
        BatchTerms terms = batch.terms();
        terms.plan()
                .risks()
                .forEach(line -> notes.add(BatchTexts.line(line, terms.plan().people())));
        if (reader.id().equals(terms.requester())) {
            unreachable
                    .of(batch.id(), terms.approvers())
                    .forEach((approver, why) -> notes.add(
                            Explanation.of("chat.request.unreached", names.of(approver), Explanation.of(why))));
        }
    }

    /** Those with whom something is the matter, by name, and what to do. */
    List<Explanation> troubles(Batch batch) {
        if (!(batch.stage() instanceof BatchUnderWay || batch.stage() instanceof BatchEnded)) {
            return List.of();
        }
        List<Request> trouble = store.in(batch.id(), TROUBLE, RequestId.FIRST, NAMED);
        var said = new ArrayList<Explanation>();
        trouble.forEach(member -> said.add(BatchTexts.member(member, names)));
        if (!trouble.isEmpty()) {
            said.add(Explanation.of("chat.batch.what-to-do", trouble.getFirst().id()));
        }
        return said;
    }

    /** By name; where they are too many for that, by what they have in common. */
    private void leftOut(BatchTerms terms, List<Explanation> notes) {
        if (terms.leftOut().size() <= NAMED) {
            terms.leftOut()
                    .forEach(left ->
                            notes.add(Explanation.of("chat.batch.left-out", names.of(left.subject()), left.why())));
        } else {
            CountedLine.of(terms.leftOut().stream().map(LeftOut::why), Explanation::key)
                    .forEach(line ->
                            notes.add(Explanation.of("chat.batch.left-out.counted", line.text(), line.people())));
        }
    }
}
