package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Proof;
import dev.linekeeper.core.enrolment.StepDone;
import dev.linekeeper.core.enrolment.Stop;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.VoiceUser;
import java.time.Duration;
import java.util.Optional;

/** What came of one try at one step. */
sealed interface Attempt {
    /** Done; {@code seen} is what was read last, which the next step may build on. */
    record Through(StepDone.How how, String readBack, Fact<VoiceUser> seen) implements Attempt {}

    /** The last step: everything was read back and judged. */
    record Judged(Proof proof) implements Attempt {}

    /** No use in trying again. */
    record Halted(Stop.Why why, String detail) implements Attempt {}

    /** Not really tried: the tenant is asked too much at the moment, so it does not count. */
    record NotYet(String detail, Duration after) implements Attempt {}

    /**
     * Worth another try.
     *
     * @param after how long the backend wants to be left alone
     * @param atLast why we stopped, if this was the last try
     */
    record Troubled(String detail, Optional<Duration> after, Stop.Why atLast) implements Attempt {}
}
