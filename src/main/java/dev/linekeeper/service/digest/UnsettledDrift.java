package dev.linekeeper.service.digest;

/** Knows of changes made without us. */
@FunctionalInterface
public interface UnsettledDrift {
    /** How many of them nobody has settled yet. */
    int count();
}
