package dev.linekeeper.simulator;

/** What somebody sends to the fault switches. */
sealed interface Wish {
    /** Calls are to meet a fault. */
    record Calls(Faults.Switch wanted) implements Wish {}

    /** Something is to happen in the tenant, now and for good. */
    record Happens(Happening happening) implements Wish {}
}
