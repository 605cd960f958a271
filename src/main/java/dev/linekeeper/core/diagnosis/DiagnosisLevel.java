package dev.linekeeper.core.diagnosis;

import dev.linekeeper.core.readiness.judgement.Topic;

/** The levels a diagnosis goes through, in its order: what is wrong further up hides what is wrong further down. */
public enum DiagnosisLevel {
    PERSON,
    POLICY,
    ACCOUNT,
    FUNDING,
    EMERGENCY;

    /** Where rules about the topic belong. */
    static DiagnosisLevel of(Topic topic) {
        return switch (topic) {
            case PERSON -> PERSON;
            case POLICY -> POLICY;
            case ACCOUNT -> ACCOUNT;
            case FUNDING -> FUNDING;
            case CALLBACK, EMERGENCY -> EMERGENCY;
        };
    }
}
