package dev.linekeeper.core.readiness.judgement;

/** How a rule came out, as reports and files spell it. */
public enum Outcome {
    PASS,
    FAIL,
    WARN,
    /** A human has to attest it; it cannot be read. */
    MANUAL,
    INFO,
    /** The rule does not apply here. */
    NA,
    /** A datum the rule needs could not be read. */
    UNKNOWN
}
