package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.PersonReadiness.RuleLine;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.readiness.judgement.Basis;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reports as answers: verdict first, then the rules worth reading, the gravest first. */
public final class ReadinessCards {
    private static final List<Outcome> GRAVEST_FIRST =
            List.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.WARN, Outcome.MANUAL, Outcome.INFO);
    private static final int SHOWN = 20;

    private ReadinessCards() {}

    /** The report on a person as they are, in audit mode: with the verdict on their emergency calls. */
    public static Answer.PersonReadiness ofPerson(
            Explanation title, Report<PersonCase> audit, Instant asOf, List<Suggestion> suggestions) {
        return with(of(title, audit, asOf, suggestions), EmergencyVerdict.of(audit));
    }

    /** The report on a policy, with the verdict on the emergency calls of everybody who has it. */
    public static Answer.PersonReadiness ofPolicy(
            Explanation title,
            Report<PolicyCase> report,
            EmergencyVerdict emergency,
            Instant asOf,
            List<Suggestion> suggestions) {
        return with(of(title, report, asOf, suggestions), emergency);
    }

    /**
     * The report on a person under a policy they may be given.
     *
     * @param now the verdict on their emergency calls as things are
     */
    public static Answer.PersonReadiness ofPlan(
            Explanation title,
            PlanResult.WithReport planned,
            EmergencyVerdict now,
            Instant asOf,
            List<Suggestion> suggestions) {
        var report = planned.report();
        boolean accepted = planned instanceof PlanResult.Ready && report.overall() == Overall.BLOCKED;
        var card = of(
                title,
                report,
                // What somebody answers for counts as a warning.
                accepted ? Overall.CAN_ENROL_WITH_WARNINGS : report.overall(),
                asOf,
                suggestions);
        return planned instanceof PlanResult.Ready(var plan, _)
                ? plan.emergencyAfterwards()
                        .map(then -> with(
                                card,
                                EmergencyVerdict.says(EmergencyLevel.NOTHING_FOUND, then) ? Tone.INFO : Tone.WARNING,
                                Explanation.of("chat.emergency.now-and-then", now.headline(), card.verdict(), then)))
                        .orElse(card)
                : with(card, now);
    }

    private static Answer.PersonReadiness with(Answer.PersonReadiness card, EmergencyVerdict emergency) {
        return with(
                card, EmergencyDetails.worse(card.tone(), emergency), EmergencyDetails.with(card.verdict(), emergency));
    }

    /** The card with another verdict. */
    static Answer.PersonReadiness with(Answer.PersonReadiness card, Tone tone, Explanation verdict) {
        return new Answer.PersonReadiness(
                card.title(),
                tone.compareTo(card.tone()) > 0 ? tone : card.tone(),
                verdict,
                card.passed(),
                card.total(),
                card.checks(),
                card.asOf(),
                card.suggestions());
    }

    public static Answer.PersonReadiness of(
            Explanation title, Report<?> report, Instant asOf, List<Suggestion> suggestions) {
        return of(title, report, report.overall(), asOf, suggestions);
    }

    private static Answer.PersonReadiness of(
            Explanation title, Report<?> report, Overall overall, Instant asOf, List<Suggestion> suggestions) {
        int passed = report.with(Outcome.PASS).size();
        int inapplicable = report.with(Outcome.NA).size();
        return new Answer.PersonReadiness(
                title,
                tone(overall),
                ConstantMessages.of("chat.overall", overall),
                passed,
                report.findings().size() - inapplicable,
                checks(report),
                asOf,
                suggestions);
    }

    private static <S> List<RuleLine> checks(Report<S> report) {
        return report.findings().stream()
                .filter(finding -> GRAVEST_FIRST.contains(finding.outcome()))
                .sorted(Comparator.comparingInt(finding -> GRAVEST_FIRST.indexOf(finding.outcome())))
                .limit(SHOWN)
                .map(ReadinessCards::check)
                .toList();
    }

    private static <S> RuleLine check(Finding<S> finding) {
        Optional<URI> source =
                finding.rule().basis() instanceof Basis.Documented(var page) ? Optional.of(page) : Optional.empty();
        boolean matters = finding.outcome() == Outcome.FAIL || finding.outcome() == Outcome.WARN;
        return new RuleLine(
                finding.willBeFixed() ? "WILL_FIX" : finding.outcome().name(),
                finding.rule().id().value(),
                finding.rule().titleText(),
                finding.explanation(),
                matters && !finding.willBeFixed() ? finding.rule().remedyText() : Optional.empty(),
                matters ? finding.rule().reasoningText() : Optional.empty(),
                Optional.empty(),
                source);
    }

    public static Tone tone(Overall overall) {
        return switch (overall) {
            case READY, CAN_ENROL -> Tone.GOOD;
            case READY_WITH_WARNINGS, CAN_ENROL_WITH_WARNINGS, NOT_VERIFIED -> Tone.WARNING;
            case NOT_READY, BLOCKED -> Tone.STOP;
        };
    }
}
