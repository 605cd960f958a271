package dev.linekeeper.service.tenant;

/** The answer of a backend to a write. It does not mean that the change is visible yet: only reading back tells. */
public sealed interface WriteReceipt {
    /** Accepted; nothing to follow. */
    record AcceptedWrite() implements WriteReceipt {}

    /** Nothing was sent: the backend had it so already, as where somebody else was a moment faster. */
    record NothingToWrite() implements WriteReceipt {}

    /** Accepted and under way; {@code operation} can be asked about at {@link NumberInventory#follow}. */
    record RunningWrite(String operation) implements WriteReceipt {}
}
