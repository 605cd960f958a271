package dev.linekeeper.chat.history;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Answer.WhichOne.Option;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.history.TimelineEntry;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.service.history.VersionSearch;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Commands about what a person's settings were, and the way back to them. */
public final class HistoryCommands {
    private static final Pattern OLDER = Pattern.compile("older than version (\\d{1,6})");

    private final SettingsHistory history;
    private final RequestOutcomeCards outcomes;
    private final Days days;

    public HistoryCommands(SettingsHistory history, RequestOutcomeCards outcomes, Days days) {
        this.history = history;
        this.outcomes = outcomes;
        this.days = days;
    }

    public List<Command> commands() {
        return List.of(
                command(CommandVerbs.HISTORY)
                        .by(Role.HELPDESK, Role.ADMIN, Role.AUDITOR)
                        .reads()
                        .says(
                                "history {person}",
                                "history",
                                "[(show|see)] [the] [settings] history [(of|for)] {person}",
                                "history [(of|for)] {person} (at|on|from|as of) {time}",
                                "what changed (for|with|about) {person}",
                                "[what were] [the] settings of {person} (at|on|as of) {time}")
                        .asks(Slot.PERSON)
                        .answers(this::history),
                command(CommandVerbs.RESTORE)
                        .by(Role.ADMIN)
                        .says(
                                "restore {person} to {time} [because {reason}]",
                                "restore",
                                "restore [the] [settings] [(of|for)] {person} (to|from|as of)"
                                        + " {time} [(because|since|reason) [of] {reason}]",
                                "restore {person}")
                        .asks(Slot.PERSON, Slot.TIME)
                        .offers(Slot.REASON)
                        .answers(this::restore));
    }

    private Answer history(Invocation invocation) {
        var person = invocation.person();
        List<SettingsVersion> versions = invocation.read(person, entry -> history.of(entry.id()));
        if (versions.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.history.empty", person.displayName());
        }
        String time = invocation.text(Slot.TIME).orElse("");
        var older = OLDER.matcher(time);
        if (time.isEmpty() || older.matches()) {
            return HistoryCards.timeline(
                    person, versions, time.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(older.group(1)));
        }
        return at(
                invocation,
                versions,
                version -> HistoryCards.version(
                        person,
                        version,
                        TimelineEntry.of(versions).stream()
                                .filter(entry -> entry.version().equals(version))
                                .findFirst()));
    }

    private Answer restore(Invocation invocation) {
        var person = invocation.person();
        List<SettingsVersion> versions = invocation.read(person, entry -> history.of(entry.id()));
        return at(
                invocation,
                versions,
                version -> outcomes.restored(
                        invocation.caller(),
                        person.displayName(),
                        outcomes.submit(
                                invocation.caller(),
                                new Intent.RestorePerson(person.id(), version),
                                invocation.reason())));
    }

    /** Answers about the version of the time that was written, or asks which one is meant. */
    private Answer at(Invocation invocation, List<SettingsVersion> versions, Function<SettingsVersion, Answer> answer) {
        String name = invocation.person().displayName();
        String time = invocation.text(Slot.TIME).orElse("");
        if (versions.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.history.empty", name);
        }
        return switch (WrittenMoment.read(time, days)) {
            case WrittenMoment.NoMoment _ -> NoteCards.of(Tone.STOP, "chat.history.no-moment", time);
            case WrittenMoment.OneOfDays(var several) -> whichDay(invocation, time, several);
            case WrittenMoment.OfVersion(var number) ->
                versions.stream()
                        .filter(version -> version.number() == number)
                        .findFirst()
                        .map(answer)
                        .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.history.no-version", number, name));
            case WrittenMoment.BeforeRequest(var request) ->
                VersionSearch.before(versions, request)
                        .map(answer)
                        .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.history.no-request", request, name));
            case WrittenMoment.Within(var from, var to) -> {
                var found = VersionSearch.within(versions, from, to);
                yield found.isEmpty()
                        ? NoteCards.of(
                                Tone.INFO,
                                "chat.history.too-early",
                                name,
                                versions.getFirst().since())
                        : found.size() == 1 ? answer.apply(found.getFirst()) : which(invocation, versions, found);
            }
        };
    }

    private static Answer whichDay(Invocation invocation, String text, List<LocalDate> several) {
        Wording wording = Wording.of(invocation.caller().locale());
        return new Answer.WhichOne(
                Explanation.of("chat.day.which", text),
                several.stream()
                        .map(day -> new Option(
                                wording.text(day), day.toString(), invocation.buttonWith(Slot.TIME, day.toString())))
                        .toList(),
                false);
    }

    /** Several versions were so at that time. */
    private static Answer which(Invocation invocation, List<SettingsVersion> versions, List<SettingsVersion> found) {
        Wording wording = Wording.of(invocation.caller().locale());
        return new Answer.WhichOne(
                Explanation.of("chat.history.which", invocation.person().displayName()),
                TimelineEntry.of(versions).stream()
                        .filter(entry -> found.contains(entry.version()))
                        .map(entry -> new Option(
                                wording.say(HistoryCards.when(entry)),
                                entry.changes().isEmpty()
                                        ? wording.say("chat.history.first.text")
                                        : wording.say(HistoryCards.changes(entry.changes())),
                                invocation.buttonWith(
                                        Slot.TIME, "version " + entry.version().number())))
                        .toList(),
                false);
    }
}
