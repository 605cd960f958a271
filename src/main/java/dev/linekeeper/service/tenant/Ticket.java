package dev.linekeeper.service.tenant;

/** The answer of a backend to a write. It does not mean that the change is visible yet: only reading back tells. */
public sealed interface Ticket {
    /** Accepted; nothing to follow. */
    record Accepted() implements Ticket {}

    /** Accepted and under way; {@code operation} can be asked about at {@link Numbers#follow}. */
    record Running(String operation) implements Ticket {}
}
