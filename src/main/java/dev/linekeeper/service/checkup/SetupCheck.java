package dev.linekeeper.service.checkup;

import dev.linekeeper.core.tenant.Explanation;

/**
 * One thing that has to be right for Linekeeper to do all it can.
 *
 * @param expected the exact value or state that is right, as it is written where it is set
 * @param found what there is, or why it could not be checked
 * @param remedy how to put it right
 * @param without what works, and what does not, as long as it is not right
 */
public record SetupCheck(
        Explanation name,
        CheckState state,
        String expected,
        Explanation found,
        Explanation remedy,
        Explanation without) {

    /** In the order in which they want attention. */
    public enum CheckState {
        MISSING,
        /** It could not be checked, which is neither good nor bad. */
        UNKNOWN,
        /** It works, but somebody should look. */
        ATTENTION,
        GOOD,
        /** Not needed the way Linekeeper is set up now, such as a bot identity for the demo. */
        NOT_NEEDED
    }

    /** A check called {@code doctor.SUBJECT}, with {@code about} in all its sentences. */
    public static SetupCheck of(String subject, CheckState state, String expected, Explanation found, Object... about) {
        return new SetupCheck(
                Explanation.of("doctor." + subject, about),
                state,
                expected,
                found,
                Explanation.of("doctor.%s.remedy".formatted(subject), about),
                Explanation.of("doctor.%s.without".formatted(subject), about));
    }

    /** The same, with a loss of its own: one of several of its kind. */
    public SetupCheck losing(String what) {
        return new SetupCheck(name, state, expected, found, remedy, Explanation.of("doctor.without." + what));
    }

    /** What was found, as it is written where it is set. */
    public static Explanation found(Object value) {
        return Explanation.of("doctor.found", value);
    }

    public static Explanation nothing() {
        return Explanation.of("doctor.found.nothing");
    }

    /** It could not be checked, and why. */
    public static Explanation unchecked(String why) {
        return Explanation.of("doctor.found.unknown", why);
    }

    public boolean isTrouble() {
        return switch (state) {
            case MISSING, UNKNOWN, ATTENTION -> true;
            case GOOD, NOT_NEEDED -> false;
        };
    }
}
