package dev.linekeeper.service.tenant;

/** What a backend says to a write. Neither means that the change is visible yet: only reading back tells. */
public sealed interface Ticket {
    /** Accepted; nothing to follow. */
    record Accepted() implements Ticket {}

    /** Accepted and under way; {@code operation} can be asked about at {@link Numbers#follow}. */
    record Running(String operation) implements Ticket {}
}
