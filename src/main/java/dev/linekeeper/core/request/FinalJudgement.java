package dev.linekeeper.core.request;

import dev.linekeeper.core.readiness.judgement.Overall;
import java.time.Instant;
import java.util.List;

/**
 * The judgement of a person after a plan was applied and everything was read back.
 *
 * @param failing ids of the rules that fail or could not be judged, empty when all is well
 */
public record FinalJudgement(Overall overall, List<String> failing, Instant at) {
    public FinalJudgement {
        failing = List.copyOf(failing);
    }
}
