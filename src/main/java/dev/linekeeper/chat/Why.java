package dev.linekeeper.chat;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.callerid.CallerId;
import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.readiness.Outcome;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.service.people.Role;
import java.util.List;
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
                Phrase.of("why (can't|cant|cannot|can not|couldn't|doesn't|isn't) {person} (call|dial|phone|calling|able to call) [(out|anyone|anybody|people|outside)]"),
                Phrase.of("why is {person} (not able|unable) to (call|dial|phone) [out]"),
                Phrase.of("{person} (can't|cant|cannot|can not) (call|dial|phone) [(out|anyone|anybody|people|outside)]"),
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
        var audit = Readiness.audit(person, snapshot.tenant(), lookup().settings());
        CallerId callerId = CallerIdResolver.normal(audit);
        List<Sheet.Detail> evidence = Stream.of(Outcome.FAIL, Outcome.UNKNOWN)
                .flatMap(outcome -> audit.with(outcome).stream())
                .map(finding -> new Sheet.Detail(
                        Explanation.of("chat.why.rule", finding.rule().id().value(), finding.rule().titleText()),
                        finding.explanation().orElseGet(finding.rule()::whenText)))
                .toList();
        String upn = person.entry().userPrincipalName();
        return new Sheet(
                Explanation.of("chat.why.title", person.displayName()),
                tone(callerId, evidence.isEmpty()),
                Explanation.of("chat.why." + verdict(callerId, evidence.isEmpty()), person.displayName(), callerId.because()),
                evidence,
                List.of(Explanation.of("chat.why.as-of", snapshot.asOf())),
                List.of(Notes.say("check " + upn, "chat.check.button"), Notes.say("emergency " + upn, "chat.emergency.button")));
    }

    private static String verdict(CallerId callerId, boolean clean) {
        return switch (callerId.kind()) {
            case NOT_ABLE_TO_CALL -> "cannot";
            case UNDETERMINED -> "unsure";
            case NUMBER, ANONYMOUS -> clean ? "can" : "troubled";
        };
    }

    private static Tone tone(CallerId callerId, boolean clean) {
        return switch (callerId.kind()) {
            case NOT_ABLE_TO_CALL -> Tone.STOP;
            case UNDETERMINED -> Tone.WARNING;
            case NUMBER, ANONYMOUS -> clean ? Tone.GOOD : Tone.WARNING;
        };
    }
}
