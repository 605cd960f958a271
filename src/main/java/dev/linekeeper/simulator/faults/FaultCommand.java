package dev.linekeeper.simulator.faults;

/** A command to the fault switches. */
sealed interface FaultCommand {
    /** Makes calls meet a fault. */
    record FaultyCalls(ActiveFaults.FaultSwitch faultSwitch) implements FaultCommand {}

    /** Changes the tenant, now and for good. */
    record ChangeBehindUs(ExternalChange change) implements FaultCommand {}
}
