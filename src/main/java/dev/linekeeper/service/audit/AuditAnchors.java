package dev.linekeeper.service.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Points of the chain, kept apart from the database. */
public interface AuditAnchors {
    /**
     * Every point that is kept, oldest first.
     *
     * @throws java.io.UncheckedIOException when they cannot be read
     */
    List<AuditAnchor> all();

    Optional<AuditAnchor> newest();

    /**
     * Where they are kept; empty when they end with the process.
     *
     * @throws java.io.UncheckedIOException when it cannot be looked at
     */
    Optional<AnchorPlace> place();

    /**
     * A place for points.
     *
     * @param lasts whether it outlives the machine or container the process runs on, as far as its kind tells
     */
    record AnchorPlace(String name, boolean lasts) {}

    /**
     * Keeps one more point.
     *
     * @throws java.io.UncheckedIOException when it cannot be kept for long
     */
    void note(AuditAnchor anchor, Instant at);
}
