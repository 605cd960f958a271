package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.Obstacle;
import java.util.List;

/** What came of looking whether a request may be applied. */
sealed interface GateResult {
    record Passed() implements GateResult {}

    /** Linekeeper may not write at the moment. */
    record ModeForbids(OperatingMode mode) implements GateResult {}

    /** Not everything could be looked up; {@code why} is for an admin. */
    record NotReadable(String why) implements GateResult {}

    /**
     * Approvers would have to look again.
     *
     * @param fresh what would be done now
     * @param detail what is not as it was approved, for an admin; empty when {@code why} says it all
     */
    record LookAgain(FreshLookReason why, Plan fresh, String detail) implements GateResult {}

    /** There is nothing to do, or rules stand in the way, by id. */
    record NoWay(Obstacle why, List<String> rules) implements GateResult {}
}
