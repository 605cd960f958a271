package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementMode;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.Optional;

/**
 * The expected result of a plan: rules that still fail or warn, the number people see, what an emergency call shows; worked
 * out from the changes, not read back.
 *
 * @param audit a report in audit mode on the person as the changes leave them
 */
public record ExpectedResult(Report<PersonCase> audit) {
    static ExpectedResult of(List<Change> changes, Person person, Readiness readiness) {
        var then = person;
        for (var change : changes) {
            then = then.after(change);
        }
        return new ExpectedResult(readiness.audit(then));
    }

    EmergencyVerdict emergency() {
        return EmergencyVerdict.of(audit);
    }

    /**
     * The sentences in that order, the verdict on emergency calls before what one shows.
     *
     * @param given the number of their own the person calls with then; the rules are those for it, where there is one
     */
    List<Explanation> sentences(Optional<GivenNumber> given, Readiness readiness) {
        return List.of(
                rules(given.map(number -> readiness.with(number, audit.subject().person(), JudgementMode.AUDIT))
                        .orElse(audit)),
                CallerIdResolver.normal(audit).because(),
                emergency().headline(),
                EmergencyCallerId.of(audit).because());
    }

    /** Which rules still fail, are unknown or warn, in one sentence. */
    public static <S> Explanation rules(Report<S> then) {
        return switch (then.overall()) {
            case NOT_READY, BLOCKED -> say("failing", then.with(Outcome.FAIL));
            case NOT_VERIFIED ->
                say(
                        "unknown",
                        then.with(Outcome.UNKNOWN).stream()
                                .filter(finding -> finding.rule().mayFail())
                                .toList());
            case READY_WITH_WARNINGS, CAN_ENROL_WITH_WARNINGS -> say("warnings", then.with(Outcome.WARN));
            case READY, CAN_ENROL -> Explanation.of("plan.outlook.holds");
        };
    }

    private static <S> Explanation say(String key, List<Finding<S>> findings) {
        return Explanation.of(
                "plan.outlook." + key,
                findings.stream().map(finding -> finding.rule().id().value()).toList());
    }
}
