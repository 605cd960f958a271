package dev.linekeeper.chat.turns;

import java.util.function.Supplier;

/** What becomes known of a turn while it is answered, on the thread that answers. */
public final class TurnNotes {
    private static final ScopedValue<TurnNotes> CURRENT = ScopedValue.newInstance();

    private String command = "none";
    private TurnOutcome outcome = TurnOutcome.ANSWERED;

    <T> T during(Supplier<T> turn) {
        return ScopedValue.where(CURRENT, this).<T, RuntimeException>call(turn::get);
    }

    /** Notes which command it is; the last one counts. */
    public static void command(String verb) {
        if (CURRENT.isBound()) {
            CURRENT.get().command = verb;
        }
    }

    /** Notes what came of it; {@link TurnOutcome#ANSWERED} when nobody does. */
    public static void outcome(TurnOutcome outcome) {
        if (CURRENT.isBound()) {
            CURRENT.get().outcome = outcome;
        }
    }

    String command() {
        return command;
    }

    TurnOutcome outcome() {
        return outcome;
    }
}
