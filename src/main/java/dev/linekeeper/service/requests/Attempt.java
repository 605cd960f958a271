package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Proof;
import dev.linekeeper.core.enrolment.StepDone;
import dev.linekeeper.core.enrolment.Stop;
import java.time.Duration;
import java.util.Optional;

/** What came of one try at one step. */
sealed interface Attempt {
    record Through(StepDone.How how, String readBack) implements Attempt {}

    /** The last step: everything was read back and judged. */
    record Judged(Proof proof) implements Attempt {}

    /** No use in trying again. */
    record Halted(Stop.Why why, String detail) implements Attempt {}

    /**
     * Worth another try.
     *
     * @param after how long the backend wants to be left alone
     * @param atLast why we stopped, if this was the last try
     */
    record Troubled(String detail, Optional<Duration> after, Stop.Why atLast) implements Attempt {}
}
