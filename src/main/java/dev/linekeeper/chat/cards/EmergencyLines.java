package dev.linekeeper.chat.cards;

import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.tenant.Explanation;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists in which emergency calls come first: a line of one, and what is said of all. */
public final class EmergencyLines {
    private EmergencyLines() {}

    /** What a line of a list says of somebody, behind the verdict on their emergency calls in short. */
    static Explanation inShort(Explanation said, EmergencyVerdict verdict) {
        return verdict.inShort()
                .map(emergency -> Explanation.of("chat.emergency.line", emergency, said))
                .orElse(said);
    }

    /** What a list says of all its people, behind how many of them cannot call for help, or may not be able to. */
    public static Explanation counted(Explanation said, Collection<EmergencyVerdict> verdicts) {
        return counted(
                said,
                verdicts.stream()
                        .collect(Collectors.groupingBy(EmergencyVerdict::level, Collectors.summingInt(_ -> 1))));
    }

    /** The same of so many verdicts of each level. */
    public static Explanation counted(Explanation said, Map<EmergencyLevel, Integer> levels) {
        int out = levels.entrySet().stream()
                .filter(level -> level.getKey().stopsCalls())
                .mapToInt(Map.Entry::getValue)
                .sum();
        int unread = levels.getOrDefault(EmergencyLevel.NOT_READ, 0);
        return out + unread == 0 ? said : Explanation.of("chat.emergency.people", out, unread, said);
    }
}
