package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Explanation;
import java.util.List;

/**
 * How carefully a plan wants to be read before it is approved.
 *
 * @param why every reason, the gravest first; never empty
 */
public record Risk(Level level, List<Explanation> why) {

    /** In rising order. */
    public enum Level {
        LOW,
        MEDIUM,
        HIGH
    }

    public Risk {
        why = List.copyOf(why);
    }
}
