package dev.linekeeper.core.readiness;

/** What is judged: things as they are, or a person under the policy they would be given. */
public enum Mode {
    AUDIT,
    PLAN
}
