package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NeutralRequestCard;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Commands about what people have until a day: who that is, and to let them have it longer. */
record TemporaryCommands(
        RequestStore store, RequestOutcomeCards outcomes, BatchCommands batches, Days days, DisplayNames names) {
    List<Command> commands() {
        return List.of(
                command("temporary")
                        .by(NeutralRequestCard.READERS)
                        .says(
                                "temporary",
                                "(temporary|ending|endings)",
                                "(who|what) (ends|is ending|is temporary) [soon]",
                                "(show|list) [(all|the)] (temporary|ending) [(people|enrolments)]")
                        .answers(this::temporary),
                command("extend")
                        .by(Role.USER)
                        .says(
                                "extend {request} until {end} [because {reason}]",
                                "(extend|prolong) [request] {request} [(until|till|to|bis|jusqu'à|jusqu'a|jusqu'au)"
                                        + " {end}] [(because|since|reason) [of] {reason}]")
                        .asks(Slot.REQUEST, Slot.END)
                        .offers(Slot.REASON)
                        .answers(invocation -> days.with(invocation, schedule -> extend(invocation, schedule))));
    }

    private Answer temporary(Invocation invocation) {
        invocation.noteReadOfMany();
        var together = new LinkedHashMap<RequestId, List<Request>>();
        var all = new HashMap<UserId, Request.Completed>();
        store.temporary().stream()
                .filter(request -> !request.terms().hasEnded(days.clock().instant()))
                .forEach(request -> all.merge(request.terms().person(), request, TemporaryCommands::extension));
        all.values().stream()
                .sorted(Comparator.comparing(request -> end(request.terms())))
                .forEach(request -> together.computeIfAbsent(
                                request.terms().batch().orElse(request.id()), _ -> new ArrayList<>())
                        .add(request));
        return ListingCards.of(
                Explanation.of("chat.temporary.title"),
                Explanation.of("chat.temporary.text", all.size()),
                together.entrySet().stream()
                        .map(one -> row(one.getKey(), one.getValue()))
                        .toList());
    }

    /** Of what somebody has until a day, what was asked for last. */
    private static Request.Completed extension(Request.Completed one, Request.Completed other) {
        return one.id().number() > other.id().number() ? one : other;
    }

    private static LocalDate end(RequestDetails terms) {
        return terms.schedule().flatMap(Schedule::end).orElseThrow();
    }

    /** A person, or those who were asked for together. */
    private Row row(RequestId id, List<Request> people) {
        RequestDetails terms = people.getFirst().terms();
        String policy = terms.plan().policy().map(PolicyName::value).orElse("");
        LocalDate end = end(terms);
        return new Row(
                Tone.INFO,
                terms.batch().isPresent() ? batches.title(id) : RequestCards.name(names.of(terms.person())),
                terms.batch().isPresent()
                        ? Explanation.of("chat.temporary.row.many", policy, end, people.size(), id)
                        : Explanation.of("chat.temporary.row", policy, end, id),
                Optional.of(ChatInput.press(CommandVerbs.REQUEST, Slot.REQUEST, Long.toString(id.number()))),
                Optional.of(NoteCards.say("extend " + id.number(), "chat.ending.extend")));
    }

    private Answer extend(Invocation invocation, Optional<Schedule> until) {
        return store.find(invocation.request())
                .map(stored -> stored.request().terms())
                .flatMap(terms -> terms.subject().person().stream()
                        .flatMap(person -> store.temporaryOf(person).stream())
                        .filter(request -> request.id().equals(terms.id()))
                        .findFirst())
                .map(request -> extend(invocation, request.terms(), until))
                .or(() -> extendAll(invocation, until))
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.extend.none", invocation.request()));
    }

    /** Of a batch, those who have what it gave them still, and nothing longer. */
    private Optional<Answer> extendAll(Invocation invocation, Optional<Schedule> until) {
        var people = new LinkedHashMap<ChangeRequest, Subject>();
        store.temporary().stream()
                .map(Request::terms)
                .filter(terms -> terms.batch().equals(Optional.of(invocation.request())))
                .filter(terms ->
                        store.temporaryOf(terms.person()).getLast().id().equals(terms.id()))
                .forEach(terms -> people.put(keeping(invocation, terms, until), terms.person()));
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(batches.answer(invocation, people, invocation.request()));
    }

    private static ChangeRequest keeping(Invocation invocation, RequestDetails terms, Optional<Schedule> until) {
        var keep = new Intent.KeepPerson(terms.person(), terms.plan().policy().orElseThrow());
        return new ChangeRequest(invocation.caller().id(), keep, invocation.reason(), until);
    }

    private Answer extend(Invocation invocation, RequestDetails terms, Optional<Schedule> until) {
        return outcomes.answer(
                invocation.caller(),
                names.of(terms.person()),
                outcomes.submit(keeping(invocation, terms, until), 1, _ -> true),
                Optional.empty());
    }
}
