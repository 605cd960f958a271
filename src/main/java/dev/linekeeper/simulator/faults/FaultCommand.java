package dev.linekeeper.simulator.faults;

/** What somebody sends to the fault switches. */
sealed interface FaultCommand {
    /** Calls are to meet a fault. */
    record FaultyCalls(ActiveFaults.FaultSwitch wanted) implements FaultCommand {}

    /** Something is to happen in the tenant, now and for good. */
    record ChangeBehindUs(ExternalChange happening) implements FaultCommand {}
}
