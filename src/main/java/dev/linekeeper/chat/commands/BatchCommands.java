package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.BatchCards;
import dev.linekeeper.chat.cards.NeutralRequestCard;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.files.FileOffer;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.policies.BatchTurn;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.Undoable;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.BatchSubmission.BatchSubmitted;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.ChangeRequest.AroundPeople;
import dev.linekeeper.service.requests.ChangeRequest.ChangesTogether;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.SubmissionResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is asked for many people at once, and who they are. */
final class BatchCommands {
    private static final long BYTES_A_PERSON = 250;
    private static final Set<MemberState> APPLIED = EnumSet.of(MemberState.DONE, MemberState.STOPPED);

    private final BatchStore store;
    private final BatchSubmission submission;
    private final BatchCards cards;
    private final RequestOutcomeCards outcomes;
    private final DisplayNames names;
    private final BatchPeople members;

    BatchCommands(
            BatchStore store,
            BatchSubmission submission,
            BatchCards cards,
            RequestOutcomeCards outcomes,
            DisplayNames names) {
        this.store = store;
        this.submission = submission;
        this.cards = cards;
        this.outcomes = outcomes;
        this.names = names;
        this.members = new BatchPeople(store, cards, names);
    }

    List<Command> statements() {
        return Stream.concat(members.statements().stream(), Stream.of(result())).toList();
    }

    private Command result() {
        return command(CommandVerbs.RESULT)
                .by(NeutralRequestCard.READERS)
                .personal()
                .says("result {request}", "result", "(result|results|outcome|report) [(of|for)] [request] {request}")
                .asks(Slot.REQUEST)
                .answers(this::result);
    }

    /** The size is told before there is a file; Teams shows it and does not hold anybody to it. */
    private Answer result(Invocation invocation) {
        RequestId id = invocation.request();
        return store.find(id)
                .<Answer>map(stored -> new Answer.OfferedFile(new FileOffer(
                        id + ".csv",
                        Explanation.of("chat.batch.result", id, cards.title(stored.batch())),
                        BYTES_A_PERSON * stored.batch().terms().plan().people(),
                        BatchResultFile.KIND,
                        Long.toString(id.number()))))
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.batch.none", id));
    }

    /** The card of the batch that was submitted; empty when there is none, and each result stands for itself. */
    Optional<Answer> card(Invocation invocation, BatchSubmitted submitted) {
        return submitted
                .batch()
                .flatMap(batch ->
                        cards.of(batch.id(), invocation.caller(), Optional.of(Explanation.of("chat.asked.sent"))));
    }

    BatchSubmitted submit(List<ChangeRequest> changes, Optional<RequestId> undoes, Predicate<Plan> meant) {
        return submission.submit(changes, undoes, meant);
    }

    /** Asks for all that a batch has done to be taken back; empty when there is no batch of that number. */
    Optional<Answer> undo(Invocation invocation) {
        return store.find(invocation.request()).map(stored -> undo(invocation, stored.batch()));
    }

    private Answer undo(Invocation invocation, Batch batch) {
        var undoing = new LinkedHashMap<ChangeRequest, Subject>();
        var turns = new EnumMap<BatchTurn, List<ChangeRequest>>(BatchTurn.class);
        var last = RequestId.FIRST;
        for (List<Request> page = applied(batch, last); !page.isEmpty(); page = applied(batch, last)) {
            page.stream().filter(BatchCommands::isToUndo).forEach(member -> {
                var undo = new Intent.UndoOf(member.id());
                var change = new ChangeRequest(invocation.caller().id(), undo, invocation.reason());
                undoing.put(change, member.terms().subject());
                turns.computeIfAbsent(BatchTurn.of(member.terms().plan()), _ -> new ArrayList<>())
                        .add(change);
            });
            last = page.getLast().id();
        }
        if (undoing.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.batch.nothing-to-undo", batch.id());
        }
        // What came last is taken back first.
        var policies = new AroundPeople(
                turns.getOrDefault(BatchTurn.AFTER, List.of()), turns.getOrDefault(BatchTurn.BEFORE, List.of()), false);
        return answer(invocation, undoing, policies, Optional.of(batch.id()), batch.id());
    }

    /** Some at a time: ten thousand with all that was done to each are more than memory is for. */
    private List<Request> applied(Batch batch, RequestId after) {
        return store.in(batch.id(), APPLIED, after, BatchSubmission.TOGETHER);
    }

    /** Nothing was done to a policy whose step did not come that far; of people it is said. */
    private static boolean isToUndo(Request member) {
        return member instanceof Undoable
                && (BatchTurn.of(member.terms().plan()) == BatchTurn.PEOPLE
                        || !member.done().isEmpty());
    }

    /** Submits changes to people of a batch: its card, or what came of each where there is none. Nobody is named to who may not ask. */
    Answer answer(Invocation invocation, Map<ChangeRequest, Subject> people, RequestId batch) {
        return answer(invocation, people, AroundPeople.NOTHING, Optional.empty(), batch);
    }

    private Answer answer(
            Invocation invocation,
            Map<ChangeRequest, Subject> subjects,
            AroundPeople policies,
            Optional<RequestId> undoes,
            RequestId batch) {
        var checked = new AtomicInteger();
        Explanation title = title(batch);
        invocation.tellMeanwhile(() -> new Answer.Note(
                Tone.INFO,
                title,
                Explanation.of("chat.import.status.asking", checked.get(), subjects.size()),
                List.of()));
        List<ChangeRequest> people = subjects.entrySet().stream()
                .filter(one -> one.getValue().person().isPresent())
                .map(Map.Entry::getKey)
                .toList();
        var submitted = submission.submit(
                people, new ChangesTogether(undoes, _ -> true, List.of(), _ -> {}, policies), checked::set);
        var results = submitted.results();
        return results.values().stream()
                .filter(SubmissionResult.SubmissionNotAllowed.class::isInstance)
                .findFirst()
                .map(refused -> outcomes.answer(invocation.caller(), batch.toString(), refused, Optional.empty()))
                .or(() -> card(invocation, submitted))
                .orElseGet(() -> members.listing(
                        store.find(batch).orElseThrow().batch(),
                        subjects.entrySet().stream()
                                .map(one -> outcomes.row(
                                        names.of(one.getValue()), Objects.requireNonNull(results.get(one.getKey()))))
                                .toList(),
                        List.of()));
    }

    Explanation title(RequestId batch) {
        return store.find(batch)
                .map(stored -> cards.title(stored.batch()))
                .orElseGet(() -> RequestCards.name(batch.toString()));
    }
}
