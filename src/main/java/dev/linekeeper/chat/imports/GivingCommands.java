package dev.linekeeper.chat.imports;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Answer.WhichOne;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.files.AttachedFile;
import dev.linekeeper.chat.files.FileDownloads;
import dev.linekeeper.chat.files.FileDownloads.FileDownload;
import dev.linekeeper.chat.schedule.DatedButton;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.core.bulk.GivenRows;
import dev.linekeeper.core.bulk.ImportSource;
import dev.linekeeper.core.bulk.ImportSource.SourceKind;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.bulk.ReadList;
import dev.linekeeper.service.bulk.RowReader;
import dev.linekeeper.service.imports.Imports;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Ways to give a list of people: a file, rows that are pasted, or the name of a group, a department or a place. */
public record GivingCommands(
        Imports imports, ImportCards cards, NamedPeople named, FileDownloads downloads, Days days) {
    private static final String WITH = " (with|in|into|to|under|on|using|for) [policy] {policy}";
    private static final String BECAUSE = Days.SAID + " [(because|since|reason) [of] {reason}]";
    private static final String ENROL = "(enrol|enroll|onboard|add|set up|sign up)";
    private static final String EVERYONE = " (everyone|everybody|all|all people|people) (under|in|at|from|of)";
    private static final String THESE = "(these|this|them|those|this file|the file|this list|the list|these people)";

    public List<Command> commands() {
        return List.of(
                command("enrol-list")
                        .by(Role.ADMIN)
                        .personal()
                        .takesFile()
                        .says(
                                "enrol these with {policy} [from {start}] [until {end}] [because {reason}]",
                                ENROL + " [" + THESE + "]" + WITH + BECAUSE,
                                ENROL + " " + THESE + " [with]")
                        .answers(invocation -> days.with(invocation, schedule -> list(invocation, schedule, false))),
                command("enrol-group")
                        .by(Role.ADMIN)
                        .personal()
                        .says(
                                "enrol group {thing} with {policy} [from {start}] [until {end}] [because {reason}]",
                                ENROL + " [(the|all of the|everyone in the|everybody in the)] group {thing}" + WITH
                                        + BECAUSE,
                                ENROL + " the {thing} group" + WITH + BECAUSE,
                                ENROL + " [the] group {thing}",
                                ENROL + " [the] group")
                        .asks(Slot.THING)
                        .answers(invocation -> days.with(
                                invocation,
                                schedule -> named(invocation, schedule, name -> named.of(SourceKind.GROUP, name)))),
                command("enrol-department")
                        .by(Role.ADMIN)
                        .personal()
                        .says(
                                "enrol department {thing} with {policy} [from {start}] [until {end}] [because"
                                        + " {reason}]",
                                ENROL + " [(the|all of the|everyone in the|everybody in the)] department {thing}" + WITH
                                        + BECAUSE,
                                ENROL + " the {thing} department" + WITH + BECAUSE,
                                ENROL + " [the] department {thing}",
                                ENROL + " [the] department")
                        .asks(Slot.THING)
                        .answers(invocation -> days.with(
                                invocation,
                                schedule ->
                                        named(invocation, schedule, name -> named.of(SourceKind.DEPARTMENT, name)))),
                command("enrol-everyone")
                        .by(Role.ADMIN)
                        .personal()
                        .says(
                                "enrol everyone under {thing} with {policy} [from {start}] [until {end}] [because"
                                        + " {reason}]",
                                ENROL + EVERYONE + " [the] {thing}" + WITH + BECAUSE,
                                ENROL + EVERYONE + " [the] {thing}",
                                ENROL + EVERYONE)
                        .asks(Slot.THING)
                        .answers(invocation ->
                                days.with(invocation, schedule -> named(invocation, schedule, named::called))));
    }

    /** The one that gives people numbers of their own. */
    public Command numbers() {
        return command("give-list")
                .by(Role.ADMIN)
                .personal()
                .takesFile()
                .says(
                        "give these numbers [because {reason}]",
                        "(give|assign) [" + THESE + "] [people] [(their|the)] [(own|phone|telephone)] numbers"
                                + " [(because|since|reason) [of] {reason}]")
                .answers(invocation -> list(invocation, Optional.empty(), true));
    }

    private Answer list(Invocation invocation, Optional<Schedule> schedule, boolean numbers) {
        invocation.tellMeanwhile(NoteCards::reading);
        Optional<String> pasted = invocation.text(Slot.ROWS);
        if (pasted.isPresent()) {
            return read(
                    invocation,
                    new ImportSource(numbers ? SourceKind.NUMBERS_PASTED : SourceKind.PASTED, ""),
                    numbers ? RowReader.numbers(pasted.get()) : RowReader.read(pasted.get()),
                    schedule);
        }
        return invocation
                .attachedFile()
                .map(file -> fetched(invocation, file, schedule, numbers))
                .orElseGet(() -> NoteCards.of(Tone.INFO, numbers ? "chat.import.how-numbers" : "chat.import.how"));
    }

    private Answer fetched(Invocation invocation, AttachedFile file, Optional<Schedule> schedule, boolean numbers) {
        return switch (downloads.fetch(file)) {
            case FileDownload.Fetched(var content) ->
                read(
                        invocation,
                        new ImportSource(numbers ? SourceKind.NUMBERS_FILE : SourceKind.FILE, file.name()),
                        numbers ? RowReader.numbers(content) : RowReader.read(content),
                        schedule);
            case FileDownload.NotFetched(var why) -> refused(file.name(), why);
        };
    }

    private Answer read(Invocation invocation, ImportSource source, ReadList list, Optional<Schedule> schedule) {
        return switch (list) {
            case ReadList.PeopleList(var rows, var refused, _, _) ->
                start(invocation, source, new GivenRows(rows, refused), invocation.policyIn(Slot.POLICY), schedule);
            case ReadList.NoList(var why) -> refused(source.name(), why);
        };
    }

    private static Answer refused(String name, Explanation why) {
        return new Answer.Note(
                Tone.STOP, Explanation.of("chat.import.not-taken", name), why, List.of(NoteCards.say("help")));
    }

    /** People of a name that means one thing; whoever may be meant by several is asked about. */
    private Answer named(
            Invocation invocation, Optional<Schedule> schedule, Function<String, List<ImportSource>> find) {
        invocation.tellMeanwhile(NoteCards::reading);
        String name = invocation.text(Slot.THING).orElse("");
        List<ImportSource> meant = find.apply(name);
        if (meant.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.import.nobody-called", name);
        }
        if (meant.size() > 1) {
            return new WhichOne(
                    Explanation.of("chat.import.which", name),
                    meant.stream()
                            .map(source -> option(invocation, source, schedule))
                            .toList(),
                    false);
        }
        return invocation.text(Slot.POLICY).isEmpty()
                ? start(invocation, meant.getFirst(), GivenRows.NONE, Optional.empty(), schedule)
                : invocation.withPolicy(
                        policy -> start(invocation, meant.getFirst(), GivenRows.NONE, Optional.of(policy), schedule));
    }

    private static WhichOne.Option option(Invocation invocation, ImportSource source, Optional<Schedule> schedule) {
        String name = source.group().map(GroupId::value).orElse(source.name());
        String kind = source.kind().name().toLowerCase(Locale.ROOT);
        return new WhichOne.Option(
                Wording.of(invocation.caller().locale())
                        .say(Explanation.of("chat.import.kind." + source.kind(), source.name())),
                source.group().map(GroupId::value).orElse(""),
                DatedButton.on(invocation.buttonWith(Slot.THING, "%s %s".formatted(kind, name)), schedule));
    }

    private Answer start(
            Invocation invocation,
            ImportSource source,
            GivenRows rows,
            Optional<PolicyName> policy,
            Optional<Schedule> schedule) {
        invocation.noteReadOfMany();
        Optional<Explanation> unknown = invocation
                .text(Slot.POLICY)
                .filter(_ -> policy.isEmpty())
                .map(name -> Explanation.of("chat.import.no-such-policy", name));
        return cards.card(
                imports.start(
                        invocation.caller().id(),
                        invocation.caller().delivery(),
                        source,
                        rows,
                        policy,
                        schedule,
                        invocation.reason()),
                invocation.caller(),
                unknown);
    }
}
