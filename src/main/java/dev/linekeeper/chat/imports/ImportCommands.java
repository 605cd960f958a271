package dev.linekeeper.chat.imports;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ConstantMessages;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.PeopleImport;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.imports.ImportMove;
import dev.linekeeper.service.imports.ImportStore.StoredImport;
import dev.linekeeper.service.imports.Imports;
import dev.linekeeper.service.people.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done with a list of people once it was given. */
public record ImportCommands(Imports imports, ImportCards cards, ImportReport report, Days days) {
    static final String IMPORT = "import";

    private static final int PAGE = 25;
    private static final int LATEST = 25;

    public List<Command> commands() {
        return List.of(
                command("imports")
                        .by(Role.ADMIN)
                        .personal()
                        .says("imports", "(show|list|my|all) [(the|all|my)] imports", "(lists|my lists)")
                        .answers(this::mine),
                command(IMPORT)
                        .by(Role.ADMIN)
                        .personal()
                        .says("import {request}", "import", "(show|open|see|status of) import {request}")
                        .asks(Slot.REQUEST)
                        .answers(this::one),
                command(ImportCards.POLICY)
                        .by(Role.ADMIN)
                        .personal()
                        .says(
                                "import {request} with {policy}",
                                "(use|take) [policy] {policy} for import {request}",
                                "import {request} (under|using|to) [policy] {policy}")
                        .asks(Slot.REQUEST, Slot.POLICY)
                        .answers(invocation -> moved(
                                invocation,
                                imports.choose(invocation.caller().id(), invocation.request(), invocation.policy()))),
                command(ImportCards.ASK)
                        .by(Role.ADMIN)
                        .personal()
                        .says(
                                "ask for import {request} [from {start}] [until {end}]",
                                "ask for import {request} with {thing}",
                                "(ask|send|submit) [for] import {request} [(with|and|including) [the] {thing}]"
                                        + Days.SAID)
                        .asks(Slot.REQUEST)
                        .answers(invocation -> days.with(invocation, named -> ask(invocation, named))),
                command(ImportCards.ROWS)
                        .by(Role.ADMIN)
                        .personal()
                        .says(
                                "rows of import {request}",
                                "(rows|people|everybody|everyone) (in|of) import {request} [from {thing}]")
                        .asks(Slot.REQUEST)
                        .answers(this::rows),
                command(ImportCards.REPORT)
                        .by(Role.ADMIN)
                        .personal()
                        .says(
                                "report of import {request}",
                                "[row] report (of|for|on) import {request}",
                                "(export|download|save) import {request}")
                        .asks(Slot.REQUEST)
                        .answers(this::report),
                command(ImportCards.CANCEL)
                        .by(Role.ADMIN)
                        .personal()
                        .says("cancel import {request}", "(cancel|withdraw|stop|drop) [my] import {request}")
                        .asks(Slot.REQUEST)
                        .answers(invocation -> moved(
                                invocation, imports.cancel(invocation.caller().id(), invocation.request()))));
    }

    private Answer mine(Invocation invocation) {
        Instant now = imports.clock().instant();
        List<Listing.Row> rows = imports.store().of(invocation.caller().id(), LATEST).stream()
                .map(list -> row(list, now))
                .toList();
        return rows.isEmpty()
                ? NoteCards.of(Tone.INFO, "chat.import.no-imports")
                : new Listing(
                        Explanation.of("chat.import.mine"),
                        Explanation.of("chat.import.mine.text", rows.size()),
                        rows,
                        0,
                        List.of(NoteCards.say("help")));
    }

    private static Listing.Row row(PeopleImport list, Instant now) {
        String number = Long.toString(list.id().number());
        return new Listing.Row(
                Tone.INFO,
                Explanation.of("chat.import.mine.row", list.id(), ImportTexts.title(list)),
                Explanation.of(
                        "chat.import.mine.detail",
                        Explanation.of("card.state." + ImportTexts.state(list, now)),
                        list.created()),
                Optional.of(ChatInput.press(IMPORT, Slot.REQUEST, number)));
    }

    private Answer one(Invocation invocation) {
        invocation.noteReadOfMany();
        return shown(invocation, Optional.empty());
    }

    private Answer shown(Invocation invocation, Optional<Explanation> notice) {
        return cards.of(invocation.request(), invocation.caller(), notice)
                .<Answer>map(card -> card)
                .orElseGet(() -> none(invocation.request()));
    }

    private Answer none(RequestId id) {
        return NoteCards.of(Tone.INFO, "chat.import.none", id, imports.kept().toDays());
    }

    private Answer ask(Invocation invocation, Optional<Schedule> named) {
        boolean withFixes = invocation.isYes(Slot.RELEASE)
                || invocation
                        .text(Slot.THING)
                        .filter(it -> it.matches("(?i)(fix(es)?|moves?|all|everybody|everyone).*"))
                        .isPresent();
        Optional<PeopleImport> list = imports.store().find(invocation.request()).map(StoredImport::list);
        Optional<PolicyName> gone = list.flatMap(PeopleImport::policy)
                .filter(policy -> !cards.tenant().policies().contains(policy));
        if (gone.isPresent()) {
            return gone(invocation, gone.get());
        }
        Optional<Explanation> nobody = list.filter(
                        it -> it.owner().equals(invocation.caller().id()))
                .flatMap(it -> ImportTexts.nobody(it, withFixes));
        if (nobody.isPresent()) {
            return shown(invocation, nobody);
        }
        Optional<LocalDate> over = named.or(() -> list.flatMap(PeopleImport::schedule))
                .filter(schedule -> schedule.isOver(imports.clock().instant()))
                .flatMap(Schedule::end);
        return over.isPresent()
                ? NoteCards.of(Tone.STOP, "chat.import.over", invocation.request(), over.get())
                : moved(invocation, imports.ask(invocation.caller().id(), invocation.request(), withFixes, named));
    }

    private Answer gone(Invocation invocation, PolicyName policy) {
        var note = NoteCards.of(Tone.STOP, "chat.import.policy-gone", policy);
        return new Answer.Note(
                note.tone(),
                note.title(),
                note.text(),
                cards.policies(Long.toString(invocation.request().number())));
    }

    private Answer moved(Invocation invocation, ImportMove move) {
        return switch (move) {
            case ImportMove.ImportMoved(var now) -> cards.card(now, invocation.caller(), Optional.empty());
            case ImportMove.NotInThatState(var now) ->
                cards.card(now, invocation.caller(), Optional.of(Explanation.of("chat.import.not-now")));
            case ImportMove.OthersImport() -> NoteCards.of(Tone.STOP, "chat.import.others", invocation.request());
            case ImportMove.NoSuchImport() -> none(invocation.request());
        };
    }

    /** The rows as they are judged, the worst first, some at a time. */
    private Answer rows(Invocation invocation) {
        RequestId id = invocation.request();
        Optional<PeopleImport> list = imports.store()
                .find(id)
                .map(stored -> stored.list())
                .filter(found -> found.owner().equals(invocation.caller().id()));
        int from = invocation
                .text(Slot.THING)
                .filter(it -> it.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .orElse(0);
        List<JudgedRow> some = imports.store().rows(id, from, PAGE + 1);
        if (list.isEmpty() || some.isEmpty()) {
            return none(id);
        }
        invocation.noteReadOfMany();
        String number = Long.toString(id.number());
        var buttons = new ArrayList<Suggestion>();
        if (some.size() > PAGE) {
            buttons.add(new Suggestion(
                    Explanation.of("chat.batch.next"),
                    "rows of import %s from %d".formatted(number, from + PAGE),
                    ChatInput.press(ImportCards.ROWS, Slot.REQUEST, number)
                            .with(Slot.THING, Integer.toString(from + PAGE))));
        }
        buttons.add(NoteCards.say("import " + number));
        return new Listing(
                ImportTexts.title(list.get()),
                list.get().preview().map(ImportTexts::counts).orElseGet(() -> Explanation.of("chat.import.rows")),
                some.stream().limit(PAGE).map(ImportCommands::row).toList(),
                0,
                buttons);
    }

    private Answer report(Invocation invocation) {
        return report.offer(
                        invocation.request(),
                        invocation.caller().id(),
                        invocation.caller().locale())
                .<Answer>map(Answer.OfferedFile::new)
                .orElseGet(() -> none(invocation.request()));
    }

    private static Listing.Row row(JudgedRow row) {
        return new Listing.Row(
                tone(row.outcome()),
                ImportTexts.row(row),
                Explanation.of(
                        "chat.import.row.detail",
                        ConstantMessages.of("chat.import.outcome", row.outcome()),
                        row.reason()),
                Optional.empty());
    }

    private static Tone tone(RowOutcome outcome) {
        return switch (outcome) {
            case READY -> Tone.GOOD;
            case THERE, DUPLICATE -> Tone.INFO;
            case FIXABLE, AMBIGUOUS, NOT_FOUND, REFUSED -> Tone.WARNING;
            case BLOCKED -> Tone.STOP;
        };
    }
}
