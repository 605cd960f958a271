package dev.linekeeper.chat.schedule;

import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.schedule.Schedule;
import java.util.Optional;

/** What a button brings along, and what one types for it, where days are named. */
public final class DatedButton {
    private DatedButton() {}

    /** The button with the days in place of how they were written, which may mean others when it is pressed. */
    public static ButtonPress on(ButtonPress press, Optional<Schedule> schedule) {
        var start = schedule.flatMap(Schedule::start);
        var end = schedule.flatMap(Schedule::end);
        var started = start.map(day -> press.with(Slot.START, day.toString())).orElse(press);
        return end.map(day -> started.with(Slot.END, day.toString())).orElse(started);
    }

    /** The sentence with the days. */
    public static String typed(String sentence, Optional<Schedule> schedule) {
        return sentence
                + schedule.flatMap(Schedule::start).map(day -> " from " + day).orElse("")
                + schedule.flatMap(Schedule::end).map(day -> " until " + day).orElse("");
    }
}
