package dev.linekeeper.service.execution;

import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.request.FinalJudgement;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.person.VoiceUser;
import java.time.Duration;
import java.util.Optional;

/** The result of one try at one step of a plan. */
sealed interface StepResult {
    /** The change is there; {@code seen} is what was read last, which the next step may build on. */
    record Succeeded(StepDone.How how, String readBack, Fact<VoiceUser> seen) implements StepResult {}

    /**
     * The last step: everything was read back and judged.
     *
     * @param overall that of the proof where what an override passes over counts as a warning
     */
    record Verified(FinalJudgement proof, Overall overall) implements StepResult {}

    /** Another try would not help. */
    record Failed(StopReason why, String detail) implements StepResult {}

    /**
     * Worth another try.
     *
     * @param after how long the backend wants to be left alone; empty when it does not say
     * @param counts whether this was a try: not when the tenant was asked too much and so was not asked at all
     * @param atLast why applying stops, if this was the last try
     */
    record Retry(String detail, Optional<Duration> after, boolean counts, StopReason atLast) implements StepResult {
        Retry(String detail, StopReason atLast) {
            this(detail, Optional.empty(), true, atLast);
        }
    }
}
