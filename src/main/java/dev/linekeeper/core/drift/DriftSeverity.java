package dev.linekeeper.core.drift;

/** How grave it is for a person that a setting changed; the gravest first. */
public enum DriftSeverity {
    LOSES_CALLING,
    EMERGENCY,
    OTHER
}
