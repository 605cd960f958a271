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
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestStore;
import java.util.List;
import java.util.Optional;

/** Commands about what people have until a day: who that is, and to let them have it longer. */
record TemporaryCommands(RequestStore store, RequestOutcomeCards outcomes, Days days, DisplayNames names) {
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
                                "(extend|prolong) [request] {request} [(until|till|to) {end}]"
                                        + " [(because|since|reason) [of] {reason}]")
                        .asks(Slot.REQUEST, Slot.END)
                        .offers(Slot.REASON)
                        .answers(invocation -> days.with(invocation, schedule -> extend(invocation, schedule))));
    }

    private Answer temporary(Invocation invocation) {
        invocation.noteReadOfMany();
        List<Row> rows = store.temporary().stream()
                .filter(request -> !request.terms().hasEnded(days.clock().instant()))
                .map(this::row)
                .toList();
        return ListingCards.of(
                Explanation.of("chat.temporary.title"), Explanation.of("chat.temporary.text", rows.size()), rows);
    }

    private Row row(Request request) {
        RequestDetails terms = request.terms();
        return new Row(
                Tone.INFO,
                RequestCards.name(names.of(terms.person())),
                Explanation.of(
                        "chat.temporary.row",
                        terms.plan().policy().map(PolicyName::value).orElse(""),
                        terms.schedule().flatMap(Schedule::end).orElseThrow(),
                        request.id()),
                Optional.of(ChatInput.press(
                        CommandVerbs.REQUEST,
                        Slot.REQUEST,
                        Long.toString(request.id().number()))));
    }

    private Answer extend(Invocation invocation, Optional<Schedule> until) {
        return store.find(invocation.request())
                .map(stored -> stored.request().terms())
                .flatMap(terms -> store.temporaryOf(terms.person()).stream()
                        .filter(request -> request.id().equals(terms.id()))
                        .findFirst())
                .map(request -> extend(invocation, request.terms(), until))
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.extend.none", invocation.request()));
    }

    private Answer extend(Invocation invocation, RequestDetails terms, Optional<Schedule> until) {
        var keep = new Intent.KeepPerson(terms.person(), terms.plan().policy().orElseThrow());
        var change = new ChangeRequest(invocation.caller().id(), keep, invocation.reason(), until);
        return outcomes.answer(
                invocation.caller(), names.of(terms.person()), outcomes.submit(change, 1, _ -> true), Optional.empty());
    }
}
