package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestTexts;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.bulk.DecisionTogether;
import dev.linekeeper.service.bulk.EqualRequests;
import dev.linekeeper.service.bulk.Together;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.DecisionResult;
import dev.linekeeper.service.requests.RequestStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Equal requests that wait, approved by one press: offered under the list, asked about where the risk is high, answered row by row. */
record TogetherCards(DecisionTogether decision, RequestStore store, Roles roles, DisplayNames names) {
    Command statement() {
        return command(CommandVerbs.APPROVE_THESE)
                .by(Role.APPROVER)
                .personal()
                .says("approve these {thing}", "approve these", "(approve|accept) (these|all of) [requests] {thing}")
                .answers(this::approve);
    }

    /** The list with the {@link #offers} before its own buttons. */
    Listing offering(Caller reader, List<AwaitingDecision> waiting, Listing list) {
        var buttons = Stream.concat(offers(reader, waiting).stream(), list.suggestions().stream())
                .toList();
        return new Listing(list.title(), list.text(), list.rows(), list.more(), buttons);
    }

    /** A button for each group of the requests that wait, for an approver who may decide them as far as it can be told. */
    private List<Suggestion> offers(Caller reader, List<AwaitingDecision> waiting) {
        if (reader.othersReadAlong() || !roles.maybe(reader.id()).contains(Role.APPROVER)) {
            return List.of();
        }
        var stored = waiting.stream()
                .flatMap(request -> store.find(request.terms().id()).stream())
                .toList();
        return EqualRequests.among(stored, reader.id()).stream()
                .map(group -> new Suggestion(
                        Explanation.of(
                                "chat.together.approve",
                                group.requests().size(),
                                group.requests()
                                        .getFirst()
                                        .request()
                                        .terms()
                                        .plan()
                                        .title("…")),
                        "approve these " + ids(group),
                        press(group, decision.offer(group, reader.id()))))
                .toList();
    }

    private Answer approve(Invocation invocation) {
        List<RequestId> ids = Stream.of(invocation.text(Slot.THING).orElse("").split("[,;\\s]+|\\band\\b"))
                .flatMap(written -> RequestId.parse(written).stream())
                .distinct()
                .limit(ListingCards.SHOWN)
                .toList();
        if (ids.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.together.none");
        }
        return switch (decision.approve(invocation.caller().id(), ids, DecisionCards.input(invocation))) {
            case Together.StaleTogether() -> NoteCards.of(Tone.INFO, "chat.together.stale");
            case Together.AskedOnceMore(var requests, var token) -> question(requests, token);
            case Together.EachDecided(var results) ->
                ListingCards.of(
                        Explanation.of("chat.together.title"),
                        Explanation.of(
                                "chat.together.text",
                                results.values().stream()
                                        .filter(TogetherCards::isApproved)
                                        .count(),
                                results.size()),
                        results.entrySet().stream()
                                .map(one -> row(one.getKey(), one.getValue()))
                                .toList());
        };
    }

    private Answer question(EqualRequests requests, String token) {
        return new Sheet(
                Explanation.of("chat.together.question", requests.requests().size()),
                Tone.WARNING,
                Explanation.of("chat.confirm.text"),
                List.of(Sheet.detail(
                        "chat.confirm.who",
                        Explanation.of(
                                "chat.list",
                                requests.requests().stream()
                                        .map(one ->
                                                names.of(one.request().terms().subject()))
                                        .toList()))),
                requests.requests().getFirst().request().terms().plan().risk().why(),
                List.of(
                        new Suggestion(Explanation.of("chat.confirm.yes"), "", press(requests, token)),
                        NoteCards.say("requests")));
    }

    private Row row(RequestId id, DecisionResult result) {
        return new Row(
                isApproved(result) ? Tone.GOOD : Tone.WARNING,
                Explanation.of(
                        "chat.requests.row",
                        id,
                        store.find(id)
                                .map(one -> names.of(one.request().terms().subject()))
                                .orElse("–")),
                says(result),
                Optional.of(ChatInput.press(CommandVerbs.REQUEST, Slot.REQUEST, Long.toString(id.number()))));
    }

    private static boolean isApproved(DecisionResult result) {
        return result instanceof DecisionResult.FullyApproved || result instanceof DecisionResult.MoreNeeded;
    }

    private Explanation says(DecisionResult result) {
        return switch (result) {
            case DecisionResult.FullyApproved(var request) -> RequestTexts.status(request, names);
            case DecisionResult.MoreNeeded(var request) -> RequestTexts.status(request, names);
            case DecisionResult.ConfirmationNeeded(var request, _) ->
                Explanation.of(
                        "chat.together.confirm",
                        Long.toString(request.terms().id().number()));
            case DecisionResult.DeciderRefused(_, var why) -> RequestTexts.refusal(why);
            case DecisionResult.TimeOver _ -> Explanation.of("chat.decided.expired");
            case DecisionResult.StaleButton _ -> Explanation.of("chat.decided.stale-button");
            case DecisionResult.NothingToDecide _ -> Explanation.of("chat.together.not-single");
            case DecisionResult _ -> Explanation.of("chat.decided.late");
        };
    }

    private static String ids(EqualRequests requests) {
        return requests.requests().stream()
                .map(one -> Long.toString(one.id().number()))
                .collect(Collectors.joining(" "));
    }

    private static ChatInput.ButtonPress press(EqualRequests requests, String token) {
        return ChatInput.press(CommandVerbs.APPROVE_THESE, Slot.THING, ids(requests))
                .with(Slot.NONCE, token);
    }
}
