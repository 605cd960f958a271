package dev.linekeeper.core.emergency;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The one verdict on the emergency calls of a person or a policy: the worst finding, in words for everybody. Every card,
 * message and export that speaks of calls takes it from here.
 *
 * @param numbers what people dial that the verdict is about; empty when no such number is known
 * @param cause why, for an admin; empty when nothing was found or the change that leads to it is the cause
 */
public record EmergencyVerdict(EmergencyLevel level, List<String> numbers, Optional<Explanation> cause) {
    private static final String KEY = "emergency.verdict.";

    public EmergencyVerdict {
        numbers = List.copyOf(numbers);
    }

    /**
     * The verdict on a person's emergency calls.
     *
     * @param audit a report in audit mode
     */
    public static EmergencyVerdict of(Report<PersonCase> audit) {
        return new PersonVerdictReader(audit, EmergencyCallerId.of(audit)).read();
    }

    /** The verdict where a change is known to leave it at {@code level}, on the numbers people dial where the person is. */
    public static EmergencyVerdict at(EmergencyLevel level, Report<PersonCase> audit) {
        return new EmergencyVerdict(level, LocalNumbers.of(audit.subject()), Optional.empty());
    }

    /** The verdict in a few words for one of many lines; empty when nothing was found. */
    public Optional<Explanation> inShort() {
        var calls = numbers.isEmpty() ? Explanation.of("emergency.short.calls") : numbers;
        return switch (level) {
            case NOTHING_FOUND -> Optional.empty();
            case NO_CALLS, NOT_OUT -> Optional.of(Explanation.of("emergency.short.not-out", calls));
            case IN_DOUBT, NOT_READ, NOT_RECOGNISED, NO_CALLBACK, CALLBACK_UNSURE, NEEDS_A_LOOK ->
                Optional.of(Explanation.of("emergency.short." + word(level), calls));
        };
    }

    /** The verdict in one sentence that a person may read of themselves; its arguments are texts. */
    public Explanation headline() {
        var key = key(level);
        return numbers.isEmpty() ? Explanation.of(key + ".any") : Explanation.of(key, numbers);
    }

    /** Whether a call to {@code digits} does not get out as configured. */
    public boolean stops(String digits) {
        return level == EmergencyLevel.NO_CALLS
                || (level == EmergencyLevel.NOT_OUT && (numbers.isEmpty() || numbers.contains(digits)));
    }

    /** Whether {@code sentence}, kept with a plan, is the headline of that level. */
    public static boolean says(EmergencyLevel level, Explanation sentence) {
        return sentence.key().equals(key(level)) || sentence.key().equals(key(level) + ".any");
    }

    /** Whether {@code sentence}, kept with a plan, is a headline. */
    public static boolean isHeadline(Explanation sentence) {
        return sentence.key().startsWith(KEY);
    }

    private static String key(EmergencyLevel level) {
        return KEY + word(level);
    }

    private static String word(EmergencyLevel level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
