package dev.linekeeper.core.callerid;

/** How sure an answer is, in rising order; HIGH means that Microsoft documents it and everything it needs was read. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    /** The lesser of both. */
    public Confidence atMost(Confidence other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
