package dev.linekeeper.core.diagnosis;

import dev.linekeeper.core.callerid.CallerId;
import dev.linekeeper.core.callerid.CallerId.CallerIdKind;
import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The answer to "why can't X call out?": the verdict first, then the evidence, level by level, from the same findings as
 * the readiness report.
 *
 * @param conclusion whether the person can call
 * @param verdict one sentence that answers the question
 * @param reason the sentence that follows it: the first cause, or what could not be read
 * @param cause the finding the verdict rests on; empty when nothing fails and nothing is unread
 * @param evidence every level in its order, those without anything to say included
 * @param emergency the verdict on emergency calls, which ordinary ones do not depend on
 */
public record Diagnosis(
        UserId person,
        Conclusion conclusion,
        Explanation verdict,
        Explanation reason,
        Optional<Finding<PersonCase>> cause,
        List<Evidence> evidence,
        CallerId callerId,
        EmergencyVerdict emergency) {

    public enum Conclusion {
        CANNOT_CALL,
        /** Calls leave, or may leave, but something is wrong. */
        CALLS_IN_DOUBT,
        /** Nothing that would stop calls shows in the configuration. */
        NOTHING_FOUND,
        NOT_VERIFIED
    }

    public Diagnosis {
        evidence = List.copyOf(evidence);
    }

    /** Judges the person as they are. */
    public static Diagnosis of(Person person, Tenant tenant, JudgementSettings settings) {
        return of(Readiness.audit(person, tenant, settings));
    }

    /** Like {@link #of(Person, Tenant, JudgementSettings)}, from a report in audit mode that is already there. */
    public static Diagnosis of(Report<PersonCase> audit) {
        var callerId = CallerIdResolver.normal(audit);
        var evidence = Arrays.stream(DiagnosisLevel.values())
                .map(level -> Evidence.of(level, audit))
                .toList();
        var cause = first(evidence, Outcome.FAIL).or(() -> first(evidence, Outcome.UNKNOWN));
        var conclusion = conclusion(callerId, cause);
        return new Diagnosis(
                audit.subject().person().id(),
                conclusion,
                verdict(conclusion, audit.subject().person()),
                reason(conclusion, callerId, cause),
                cause,
                evidence,
                callerId,
                EmergencyVerdict.of(audit));
    }

    /** Emergency settings are evidence, but they do not stop ordinary calls, so they are the cause of nothing here. */
    private static Optional<Finding<PersonCase>> first(List<Evidence> evidence, Outcome outcome) {
        return evidence.stream()
                .filter(level -> level.level() != DiagnosisLevel.EMERGENCY)
                .flatMap(level -> level.with(outcome).stream())
                .filter(finding -> outcome == Outcome.FAIL || finding.rule().mayFail())
                .findFirst();
    }

    private static Conclusion conclusion(CallerId callerId, Optional<Finding<PersonCase>> cause) {
        if (callerId.kind() == CallerIdKind.NOT_ABLE_TO_CALL) {
            return Conclusion.CANNOT_CALL;
        }
        return cause.map(finding ->
                        finding.outcome() == Outcome.FAIL ? Conclusion.CALLS_IN_DOUBT : Conclusion.NOT_VERIFIED)
                .orElse(
                        callerId.kind() == CallerIdKind.UNDETERMINED
                                ? Conclusion.NOT_VERIFIED
                                : Conclusion.NOTHING_FOUND);
    }

    private static Explanation verdict(Conclusion conclusion, Person person) {
        var key = switch (conclusion) {
            case CANNOT_CALL -> "diagnosis.cannot-call";
            case CALLS_IN_DOUBT -> "diagnosis.in-doubt";
            case NOTHING_FOUND -> "diagnosis.nothing-found";
            case NOT_VERIFIED -> "diagnosis.not-verified";
        };
        return Explanation.of(key, person.displayName());
    }

    private static Explanation reason(Conclusion conclusion, CallerId callerId, Optional<Finding<PersonCase>> cause) {
        return conclusion == Conclusion.CANNOT_CALL
                ? callerId.because()
                : cause.flatMap(Finding::explanation).orElse(callerId.because());
    }
}
