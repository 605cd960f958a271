package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.diagnosis.Diagnosis;
import dev.linekeeper.core.diagnosis.Diagnosis.Conclusion;
import dev.linekeeper.core.diagnosis.Evidence;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Why somebody cannot call: the verdict first, then the rules that fail. */
public final class DiagnosisCards {
    private DiagnosisCards() {}

    public static Sheet of(DirectoryEntry person, Diagnosis diagnosis, Explanation asOf) {
        return of(Explanation.of("chat.why.title", person.displayName()), person, diagnosis, asOf);
    }

    /** The same under another title. */
    public static Sheet of(Explanation title, DirectoryEntry person, Diagnosis diagnosis, Explanation asOf) {
        String upn = person.userPrincipalName();
        return new Sheet(
                title,
                EmergencyDetails.worse(tone(diagnosis.conclusion()), diagnosis.emergency()),
                verdict(diagnosis, person),
                diagnosis.evidence().stream().flatMap(DiagnosisCards::details).toList(),
                List.of(asOf),
                List.of(
                        NoteCards.say("check " + upn, "chat.check.button"),
                        NoteCards.say("emergency " + upn, "chat.emergency.button")));
    }

    /** The worst first: emergency calls that do not get out while others may, or else whether calls do. */
    private static Explanation verdict(Diagnosis diagnosis, DirectoryEntry person) {
        if (diagnosis.conclusion() == Conclusion.NOTHING_FOUND
                && diagnosis.emergency().level() != EmergencyLevel.NOTHING_FOUND) {
            return Explanation.of(
                    "chat.why.verdict",
                    EmergencyDetails.explained(diagnosis.emergency()),
                    Explanation.of("diagnosis.other-calls", person.displayName()));
        }
        Explanation calls = Explanation.of("chat.why.verdict", diagnosis.verdict(), diagnosis.reason());
        return EmergencyDetails.with(calls, diagnosis.emergency());
    }

    /** What fails on a level, and what could not be read there. */
    private static Stream<Sheet.Detail> details(Evidence evidence) {
        Explanation level =
                Explanation.of("diagnosis.level." + evidence.level().name().toLowerCase(Locale.ROOT));
        return Stream.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.WARN)
                .flatMap(outcome -> evidence.with(outcome).stream())
                .map(finding -> new Sheet.Detail(
                        Explanation.of(
                                "chat.why.rule",
                                level,
                                finding.rule().titleText(),
                                finding.rule().id().value(),
                                ConstantMessages.of("card.mark", finding.outcome())),
                        finding.explanation().orElseGet(finding.rule()::whenText)));
    }

    private static Tone tone(Conclusion conclusion) {
        return switch (conclusion) {
            case CANNOT_CALL -> Tone.STOP;
            case CALLS_IN_DOUBT, NOT_VERIFIED -> Tone.WARNING;
            case NOTHING_FOUND -> Tone.GOOD;
        };
    }
}
