package dev.linekeeper.service.checkup;

import dev.linekeeper.core.tenant.Explanation;

/**
 * One check of the set-up, with its state and its remedy.
 *
 * @param expected the right value or state, as written in the setting or the portal; may be empty
 * @param found the value or state found, or why it could not be checked
 * @param remedy how to put it right
 * @param without what does not work until the check is good
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

    /** The same check with {@link #without} from the message {@code doctor.without.WHAT}. */
    public SetupCheck withLoss(String what) {
        return new SetupCheck(name, state, expected, found, remedy, Explanation.of("doctor.without." + what));
    }

    /** The value that was found. */
    public static Explanation found(Object value) {
        return Explanation.of("doctor.found", value);
    }

    public static Explanation nothingFound() {
        return Explanation.of("doctor.found.nothing");
    }

    /** The check could not be made, and why. */
    public static Explanation notChecked(String why) {
        return Explanation.of("doctor.found.unknown", why);
    }

    public boolean isTrouble() {
        return switch (state) {
            case MISSING, UNKNOWN, ATTENTION -> true;
            case GOOD, NOT_NEEDED -> false;
        };
    }
}
