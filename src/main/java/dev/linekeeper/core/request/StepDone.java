package dev.linekeeper.core.request;

import dev.linekeeper.core.enrolment.StepName;
import java.time.Instant;

/**
 * A step that is through and was read back.
 *
 * @param index the step's place in the plan, from 0
 * @param readBack what was read afterwards, such as {@code Seattle (direct)}
 */
public record StepDone(int index, StepName name, How how, String readBack, Instant at) {
    public enum How {
        WRITTEN,
        /** Nothing had to be written: it was so already, by an earlier attempt or by somebody else. */
        ALREADY_THERE,
        /** A dry run: it would have been written. */
        REHEARSED,
        /** The step only looks: the final judgement. */
        JUDGED
    }
}
