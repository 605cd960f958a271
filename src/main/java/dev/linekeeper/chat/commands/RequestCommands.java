package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.BatchCards;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NeutralRequestCard;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.cards.RequestTexts;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.InProgress;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.RequestStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Commands about requests: which there are, what one of them is, and what is done with it. */
final class RequestCommands {
    private static final int LATEST = 25;
    private static final String BECAUSE = " [(because|since|reason) [of] {reason}]";

    private final RequestStore store;
    private final RequestCards cards;
    private final DisplayNames names;
    private final RequestOutcomeCards outcomes;
    private final BatchStore batches;
    private final BatchCards batchCards;
    private final BatchCommands batchCommands;
    private final BiFunction<RequestId, Caller, Optional<RequestCard>> others;
    private final DecisionCards decisions;
    private final ControlCards controls;
    private final ManualPlanCards manualPlans;
    private final TogetherCards together;

    RequestCommands(
            RequestStore store,
            RequestCards cards,
            DisplayNames names,
            RequestOutcomeCards outcomes,
            BatchStore batches,
            BatchCards batchCards,
            BatchCommands batchCommands,
            BiFunction<RequestId, Caller, Optional<RequestCard>> others,
            DecisionCards decisions,
            ControlCards controls,
            ManualPlanCards manualPlans,
            TogetherCards together) {
        this.store = store;
        this.cards = cards;
        this.names = names;
        this.outcomes = outcomes;
        this.batches = batches;
        this.batchCards = batchCards;
        this.batchCommands = batchCommands;
        this.others = others;
        this.decisions = decisions;
        this.controls = controls;
        this.manualPlans = manualPlans;
        this.together = together;
    }

    List<Command> commands() {
        return List.of(
                command("requests")
                        .by(NeutralRequestCard.READERS)
                        .reads()
                        .greeting()
                        .says(
                                "requests",
                                "[(show|list)] [(all|my|the)] (open|pending|waiting|latest|recent) requests",
                                "(show|list|my|all) [(the|all|my)] requests",
                                "(pending|queue|inbox|approvals)",
                                "(what|which requests) (is|are) (waiting|pending|open)",
                                "what's (waiting|pending|open)")
                        .answers(this::latest),
                command(CommandVerbs.REQUEST)
                        .by(NeutralRequestCard.READERS)
                        .reads()
                        .says(
                                "request {request}",
                                "request",
                                "(show|open|see|status of|what about) [request] {request}",
                                "{request}")
                        .asks(Slot.REQUEST)
                        .answers(this::one),
                command("approve")
                        .by(Role.APPROVER)
                        .says(
                                "approve {request}",
                                "approve",
                                "(approve|accept|allow|grant|ok|okay) [request] {request}")
                        .asks(Slot.REQUEST)
                        .answers(invocation -> decisions.answer(invocation, RequestAction.APPROVE)),
                together.statement(),
                command(CommandVerbs.CONFIRM)
                        .by(Role.APPROVER)
                        .says("confirm {request}", "confirm", "(confirm|yes|yes approve) [request] {request}")
                        .asks(Slot.REQUEST)
                        .answers(invocation -> decisions.answer(invocation, RequestAction.CONFIRM)),
                command("deny")
                        .by(Role.APPROVER)
                        .says(
                                "deny {request} because {reason}",
                                "deny",
                                "(deny|reject|decline|refuse) [request] {request}" + BECAUSE)
                        .asks(Slot.REQUEST)
                        .answers(invocation -> decisions.answer(invocation, RequestAction.DENY)),
                command("cancel")
                        .by(Role.ADMIN)
                        .says("cancel {request}", "cancel", "(cancel|withdraw|drop) [my] [request] {request}")
                        .asks(Slot.REQUEST)
                        .answers(controls::cancel),
                command(CommandVerbs.UNDO)
                        .by(Role.ADMIN)
                        .says(
                                "undo {request} [because {reason}]",
                                "undo",
                                "(undo|revert|roll back|rollback|take back|put back) [request] {request}" + BECAUSE)
                        .asks(Slot.REQUEST)
                        .offers(Slot.REASON)
                        .answers(this::undo),
                command(CommandVerbs.EXPORT)
                        .by(Role.ADMIN, Role.APPROVER, Role.AUDITOR)
                        .personal()
                        .says(
                                "export {request}",
                                "export",
                                "(export|save) [request] {request} as (powershell|script)",
                                "(powershell|script) (for|of) {request}")
                        .asks(Slot.REQUEST)
                        .answers(manualPlans::export),
                command("done")
                        .by(Role.ADMIN)
                        .says("done {request}", "done", "[request] {request} (is|was) done [by hand]")
                        .asks(Slot.REQUEST)
                        .answers(manualPlans::confirm));
    }

    private Answer undo(Invocation invocation) {
        return batchCommands
                .undo(invocation)
                .orElseGet(() -> outcomes.answer(
                        invocation.caller(),
                        invocation.request().toString(),
                        outcomes.submit(
                                invocation.caller(), new Intent.UndoOf(invocation.request()), invocation.reason()),
                        Optional.empty()));
    }

    private Answer one(Invocation invocation) {
        store.find(invocation.request())
                .map(stored -> stored.request().terms())
                .ifPresentOrElse(terms -> invocation.noteRead(terms.id(), terms.subject()), invocation::noteReadOfMany);
        Answer opened = cards.opened(invocation.request(), invocation.caller());
        return opened.topic().isPresent()
                ? opened
                : others.apply(invocation.request(), invocation.caller())
                        .<Answer>map(card -> card)
                        .orElse(opened);
    }

    /** The latest requests, a batch as one of them; those that wait for a decision come first. */
    private Answer latest(Invocation invocation) {
        invocation.noteReadOfMany();
        List<AwaitingDecision> waiting = store.awaitingDecision();
        List<Batch> waitingBatches = batches.awaitingDecision();
        var first = new TreeMap<RequestId, Row>();
        waiting.forEach(request -> first.put(request.terms().id(), row(request)));
        waitingBatches.forEach(batch -> first.put(batch.id(), row(batch)));
        var latest = new TreeMap<RequestId, Row>(Comparator.reverseOrder());
        store.starting().forEach(request -> latest.put(request.id(), row(request)));
        store.latest(LATEST).stream()
                .filter(request -> !(request instanceof AwaitingDecision))
                .forEach(request -> latest.put(request.id(), row(request)));
        batches.latest(Optional.empty(), LATEST).stream()
                .filter(batch -> !batch.awaits())
                .forEach(batch -> latest.put(batch.id(), row(batch)));
        return together.offering(
                invocation.caller(),
                waiting,
                ListingCards.of(
                        Explanation.of("chat.requests.title"),
                        Explanation.of("chat.requests.text", first.size()),
                        Stream.concat(first.values().stream(), latest.values().stream())
                                .toList()));
    }

    private Row row(Batch batch) {
        return row(
                batch.awaits() || batch.stage() instanceof BatchUnderWay ? Tone.INFO : Tone.GOOD,
                batch.id(),
                batchCards.title(batch),
                batchCards.status(batch));
    }

    private Row row(Request request) {
        return row(tone(request), request.id(), cards.title(request.terms()), RequestTexts.status(request, names));
    }

    private static Row row(Tone tone, RequestId id, Explanation title, Explanation status) {
        return new Row(
                tone,
                Explanation.of("chat.requests.row", id, title),
                status,
                Optional.of(ChatInput.press(CommandVerbs.REQUEST, Slot.REQUEST, Long.toString(id.number()))));
    }

    static Tone tone(Request request) {
        return switch (request) {
            case AwaitingDecision _, InProgress _ -> Tone.INFO;
            case Request.Completed _ -> Tone.GOOD;
            case Request.PartlyApplied _, Request.Overtaken _, Request.Expired _ -> Tone.WARNING;
            case Request.Rejected _, Request.Cancelled _, Request.Undone _ -> Tone.STOP;
        };
    }
}
