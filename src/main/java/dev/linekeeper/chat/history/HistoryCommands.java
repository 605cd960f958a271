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
        String time = invocation.text(Slot.TIME).orElse("");
        var older = OLDER.matcher(time);
        if (!time.isEmpty() && !older.matches()) {
            return at(invocation, entry -> HistoryCards.version(person, entry));
        }
        List<TimelineEntry> timeline = timeline(invocation);
        return timeline.isEmpty()
                ? NoteCards.of(Tone.INFO, "chat.history.empty", person.displayName())
                : HistoryCards.timeline(
                        person, timeline, time.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(older.group(1)));
    }

    private Answer restore(Invocation invocation) {
        var person = invocation.person();
        return at(
                invocation,
                entry -> outcomes.answer(
                        invocation.caller(),
                        person.displayName(),
                        outcomes.submit(
                                invocation.caller(),
                                new Intent.RestorePerson(person.id(), entry.version()),
                                invocation.reason()),
                        Explanation.of("chat.asked.cannot-restore", person.displayName())));
    }

    private List<TimelineEntry> timeline(Invocation invocation) {
        return invocation.read(invocation.person(), entry -> TimelineEntry.of(history.of(entry.id())));
    }

    /** Answers about what was so at the time that was written, or asks which is meant. */
    private Answer at(Invocation invocation, Function<TimelineEntry, Answer> answer) {
        List<TimelineEntry> timeline = timeline(invocation);
        String name = invocation.person().displayName();
        String time = invocation.text(Slot.TIME).orElse("");
        if (timeline.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.history.empty", name);
        }
        return switch (WrittenMoment.read(time, days)) {
            case WrittenMoment.NoMoment _ -> NoteCards.of(Tone.STOP, "chat.history.no-moment", time);
            case WrittenMoment.OneOfDays(var several) -> whichDay(invocation, time, several);
            case WrittenMoment.OfVersion(var number) ->
                VersionSearch.of(timeline, number)
                        .map(answer)
                        .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.history.no-version", number, name));
            case WrittenMoment.BeforeRequest(var request) ->
                VersionSearch.before(timeline, request)
                        .map(answer)
                        .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.history.no-request", request, name));
            case WrittenMoment.Within(var from, var to) -> {
                var found = VersionSearch.within(timeline, from, to);
                yield found.isEmpty()
                        ? NoteCards.of(
                                Tone.INFO,
                                "chat.history.too-early",
                                name,
                                timeline.getFirst().version().since())
                        : found.size() == 1 ? answer.apply(found.getFirst()) : which(invocation, found);
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

    /** Several were so at that time. */
    private static Answer which(Invocation invocation, List<TimelineEntry> found) {
        Wording wording = Wording.of(invocation.caller().locale());
        return new Answer.WhichOne(
                Explanation.of("chat.history.which", invocation.person().displayName()),
                found.stream()
                        .map(entry -> new Option(
                                wording.say(HistoryCards.when(entry)),
                                wording.say(HistoryCards.changes(entry)),
                                invocation.buttonWith(
                                        Slot.TIME, "version " + entry.version().number())))
                        .toList(),
                false);
    }
}
