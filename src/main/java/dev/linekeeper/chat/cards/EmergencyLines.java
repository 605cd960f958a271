package dev.linekeeper.chat.cards;

import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.tenant.Explanation;
import java.util.Collection;

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
        long out = verdicts.stream()
                .filter(verdict -> verdict.level().stopsCalls())
                .count();
        long unread = verdicts.stream()
                .filter(verdict -> verdict.level() == EmergencyLevel.NOT_READ)
                .count();
        return out + unread == 0 ? said : Explanation.of("chat.emergency.people", out, unread, said);
    }
}
