package dev.linekeeper.chat.schedule;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Answer.WhichOne.Option;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads from when and until when something is wanted; {@code zone} is whose days are meant. */
public record Days(Clock clock, ZoneId zone) {
    /** How days are said at the end of a phrase. */
    public static final String SAID = " [(from|starting|starting on|starting from|as of|on) {start} [to {end}]]"
            + " [(until|till|through|bis|jusqu'à|jusqu'a|jusqu'au) {end}]";

    private static final int MOST_YEARS = 3;

    /** Answers with the days that are named, none for at once and for good; or asks which ones are meant. */
    public Answer with(Invocation invocation, Function<Optional<Schedule>, Answer> answer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return day(invocation, Slot.START, today, start -> {
            Optional<LocalDate> later = start.filter(today::isBefore);
            return day(invocation, Slot.END, later.orElse(today), end -> answer.apply(Schedule.of(later, end, zone)));
        });
    }

    private Answer day(Invocation invocation, Slot slot, LocalDate from, Function<Optional<LocalDate>, Answer> answer) {
        Optional<String> text = invocation.text(slot);
        if (text.isEmpty()) {
            return answer.apply(Optional.empty());
        }
        return switch (WrittenDate.read(text.get(), from)) {
            case WrittenDate.NoDay _ -> NoteCards.of(Tone.STOP, "chat.day.none", text.get());
            case WrittenDate.PerhapsOn(var days) -> question(invocation, slot, text.get(), days);
            case WrittenDate.OnDay(var day)
            when day.isBefore(from) && slot == Slot.END -> NoteCards.of(Tone.STOP, "chat.day.over", day, from);
            case WrittenDate.OnDay(var day)
            when day.isBefore(from) -> NoteCards.of(Tone.STOP, "chat.day.past", day, zone);
            case WrittenDate.OnDay(var day)
            when day.isAfter(from.plusYears(MOST_YEARS)) -> NoteCards.of(Tone.STOP, "chat.day.far", day, MOST_YEARS);
            case WrittenDate.OnDay(var day) -> answer.apply(Optional.of(day));
        };
    }

    private static Answer question(Invocation invocation, Slot slot, String text, List<LocalDate> days) {
        Wording wording = Wording.of(invocation.caller().locale());
        return new Answer.WhichOne(
                Explanation.of("chat.day.which", text),
                days.stream()
                        .map(day -> new Option(
                                wording.text(day), day.toString(), invocation.buttonWith(slot, day.toString())))
                        .toList(),
                false);
    }
}
