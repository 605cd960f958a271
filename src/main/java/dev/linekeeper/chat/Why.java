package dev.linekeeper.chat;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.diagnosis.Diagnosis;
import dev.linekeeper.core.diagnosis.Evidence;
import dev.linekeeper.core.readiness.Outcome;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Why somebody cannot call: the verdict first, then the rules that fail. */
final class Why extends AboutPerson {
    Why(Lookup lookup) {
        super(lookup);
    }

    @Override
    public String verb() {
        return "why";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("why can't {person} call"),
                Phrase.of(
                        "why (can't|cant|cannot|can not|couldn't|doesn't|isn't) {person} (call|dial|phone|calling|able to call) [(out|anyone|anybody|people|outside)]"),
                Phrase.of("why is {person} (not able|unable) to (call|dial|phone) [out]"),
                Phrase.of(
                        "{person} (can't|cant|cannot|can not) (call|dial|phone) [(out|anyone|anybody|people|outside)]"),
                Phrase.of("(diagnose|troubleshoot) {person}"),
                Phrase.of("why does calling not work for {person}"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HELPDESK, Role.ADMIN);
    }

    @Override
    Answer answer(Caller caller, Person person) {
        var snapshot = lookup().tenant();
        Diagnosis diagnosis = Diagnosis.of(person, snapshot.tenant(), lookup().settings());
        String upn = person.entry().userPrincipalName();
        return new Sheet(
                Explanation.of("chat.why.title", person.displayName()),
                tone(diagnosis),
                Explanation.of("chat.why.verdict", diagnosis.verdict(), diagnosis.reason()),
                diagnosis.evidence().stream().flatMap(Why::details).toList(),
                List.of(Explanation.of("chat.why.as-of", snapshot.asOf())),
                List.of(
                        Notes.say("check " + upn, "chat.check.button"),
                        Notes.say("emergency " + upn, "chat.emergency.button")));
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
                                Explanation.of("card.mark." + finding.outcome().name())),
                        finding.explanation().orElseGet(finding.rule()::whenText)));
    }

    private static Tone tone(Diagnosis diagnosis) {
        return switch (diagnosis.conclusion()) {
            case CANNOT_CALL -> Tone.STOP;
            case CALLS_IN_DOUBT, NOT_VERIFIED -> Tone.WARNING;
            case NOTHING_FOUND -> Tone.GOOD;
        };
    }
}
