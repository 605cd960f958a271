package dev.linekeeper.simulator.faults;

/** A command to the fault switches. */
sealed interface FaultCommand {
    /** Makes calls meet a fault. */
    record SetFault(ActiveFaults.FaultSwitch faultSwitch) implements FaultCommand {}

    /** Changes the tenant, now and for good. */
    record ChangeTenant(ExternalChange change) implements FaultCommand {}
}
