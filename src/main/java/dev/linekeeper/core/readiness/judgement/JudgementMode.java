package dev.linekeeper.core.readiness.judgement;

/** What is judged: things as they are, or a person under the policy they would be given. */
public enum JudgementMode {
    AUDIT,
    PLAN
}
