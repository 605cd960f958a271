package dev.linekeeper.adapter.cli.statements;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.PersonNotes;
import dev.linekeeper.chat.attestation.AttestationLines;
import dev.linekeeper.chat.attestation.TestCallLines;
import dev.linekeeper.chat.numbers.ReservationNotes;
import dev.linekeeper.chat.override.OverrideNotes;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.attestation.AttestationDesk;
import dev.linekeeper.service.attestation.TestCallStore;
import dev.linekeeper.service.override.OverridesInForce;
import dev.linekeeper.service.tenant.Directory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gaps that people accept, the lines they attest and the test calls they made, as the chat's cards say them. No verdict of
 * a rule changes by them.
 *
 * @param gaps what does not block an enrolment
 * @param notes what is said of a person; missing where the store could not be opened, and then nothing is accepted
 * @param reserved which numbers are reserved; empty where nobody reserves any, or the store could not be opened
 */
public record KeptStatements(
        AcceptedGaps gaps,
        Fact<PersonNotes> notes,
        Optional<AttestationLines> lines,
        Optional<ReservationNotes> reserved) {
    /** Of a tenant of which nobody said anything, such as a file. */
    public static final KeptStatements NONE = new KeptStatements(
            AcceptedGaps.NONE,
            new Fact.Known<>(PersonNotes.NONE, "nobody", Instant.EPOCH),
            Optional.empty(),
            Optional.empty());

    /** Where the store could not be opened. */
    public static KeptStatements unread(String why) {
        return new KeptStatements(AcceptedGaps.NONE, Fact.missing(why), Optional.empty(), Optional.empty());
    }

    public static KeptStatements of(
            OverridesInForce inForce,
            AttestationDesk desk,
            TestCallStore tests,
            Reservations reserved,
            Directory directory) {
        var names = new DisplayNames(directory, desk.clock());
        return new KeptStatements(
                inForce,
                new Fact.Known<>(
                        new OverrideNotes(inForce, names), "store", desk.clock().instant()),
                Optional.of(new AttestationLines(
                        desk.store(),
                        desk.terms(),
                        names,
                        new TestCallLines(tests, names, desk.clock()),
                        desk.clock())),
                Optional.of(new ReservationNotes(reserved, names)));
    }

    /** That an emergency gap is accepted for the person: until when, by whom and why; empty when none is. */
    public Fact<Optional<Explanation>> note(UserId person) {
        return notes.map(all -> all.of(person));
    }

    /** The reservation of the number, if it has one. */
    public Fact<Optional<NumberReservation>> reserved(PhoneNumber number) {
        return notes.map(_ -> reserved.flatMap(all -> all.reservations().of(number)));
    }

    /** The answer with the note under {@code override}: where there is none, there is no such member. */
    public Map<String, @Nullable Object> into(UserId person, Map<String, @Nullable Object> answer) {
        Fact<Optional<Explanation>> note = note(person);
        if (!note.known().equals(Optional.of(Optional.empty()))) {
            answer.put("override", note);
        }
        return answer;
    }

    /** The findings; those that ask a human with what somebody attested. */
    public <S> List<Finding<S>> on(List<Finding<S>> findings, Optional<AttestedCase> about) {
        return lines.flatMap(all -> about.map(thing -> findings.stream()
                        .map(finding -> on(finding, all, thing))
                        .toList()))
                .orElse(findings);
    }

    private static <S> Finding<S> on(Finding<S> finding, AttestationLines lines, AttestedCase about) {
        return finding.verdict() instanceof Verdict.Manual(var asks)
                ? new Finding<>(
                        finding.rule(),
                        new Verdict.Manual(lines.with(asks, finding.rule().id(), about)),
                        finding.change())
                : finding;
    }

    /** A verdict with the last test calls of the policy behind it. */
    public Explanation tested(Explanation verdict, Optional<AttestedCase> about) {
        return lines.flatMap(all -> about.map(thing -> all.tested(verdict, thing)))
                .orElse(verdict);
    }

    /** The card of a person with the note. */
    public Sheet on(UserId person, Sheet card) {
        return notes.known().map(all -> all.onSheet(person, card)).orElse(card);
    }

    /** The card with what is attested, and with the last test calls. */
    public Sheet on(Sheet card, Optional<AttestedCase> about) {
        return lines.map(all -> all.on(card, about)).orElse(card);
    }
}
