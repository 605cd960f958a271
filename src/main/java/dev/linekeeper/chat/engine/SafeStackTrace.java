package dev.linekeeper.chat.engine;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A stack trace without the messages of its exceptions: those may repeat what a person wrote, which must not be logged. */
record SafeStackTrace(String text) {
    private static final int CAUSES = 5;
    private static final int FRAMES = 25;

    static SafeStackTrace of(Throwable thrown) {
        return new SafeStackTrace(text(thrown, CAUSES));
    }

    private static String text(Throwable thrown, int causes) {
        String own = Arrays.stream(thrown.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining("", thrown.getClass().getName(), ""));
        Throwable cause = thrown.getCause();
        return cause == null || causes == 0 ? own : own + "\nCaused by: " + text(cause, causes - 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
