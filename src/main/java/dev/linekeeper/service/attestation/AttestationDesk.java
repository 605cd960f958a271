package dev.linekeeper.service.attestation;

import dev.linekeeper.core.attestation.Attestation;
import dev.linekeeper.core.attestation.AttestationTerms;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.attestation.AttestedSubject;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.attestation.AttestationResult.Attested;
import dev.linekeeper.service.attestation.AttestationResult.NotAttested;
import dev.linekeeper.service.attestation.AttestationResult.NothingToAttest;
import dev.linekeeper.service.attestation.AttestationResult.OfSomethingElse;
import dev.linekeeper.service.attestation.AttestationResult.OvertakenBySomebody;
import dev.linekeeper.service.attestation.AttestationResult.RestsOnNothingRead;
import dev.linekeeper.service.attestation.AttestationResult.TakenBack;
import dev.linekeeper.service.attestation.AttestationResult.TooFarAway;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.Transactions;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Keeps what somebody attests and takes back; whether they may is looked up before. Both are in the audit trail, with what was so before. */
public record AttestationDesk(
        AttestationStore store,
        BatchStore numbers,
        AttestationTerms terms,
        AdminNews news,
        AuditTrail trail,
        Transactions transactions,
        Clock clock) {

    /**
     * What somebody says.
     *
     * @param until the last day; empty for as long as is usual
     * @param evidence an https address
     */
    public record Statement(UserId by, Optional<LocalDate> until, String reason, Optional<URI> evidence) {}

    /** Keeps what somebody says of a thing as it is now, in place of what was said before. */
    public AttestationResult attest(RuleId rule, AttestedCase about, Statement said) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), terms.zone());
        LocalDate until = said.until().orElseGet(() -> terms.usual(today));
        LocalDate latest = today.plusYears(AttestationTerms.LONGEST);
        if (until.isBefore(today) || until.isAfter(latest)) {
            return new TooFarAway(until, latest);
        }
        var subject = about.subject(rule);
        var verdict = about.verdict(rule);
        if (subject.isEmpty() || verdict.isEmpty()) {
            return new OfSomethingElse(rule, about.name());
        }
        return verdict.get() instanceof Verdict.Manual
                ? switch (about.about(rule)) {
                    case Fact.Missing(var why) -> new RestsOnNothingRead(why);
                    case Fact.Known(var rests, _, _) ->
                        attest(rule, subject.get(), about.name(), said, until, rests);
                }
                : new NothingToAttest(rule, about.name(), verdict.get());
    }

    private AttestationResult attest(
            RuleId rule, AttestedSubject subject, String name, Statement said, LocalDate until, String about) {
        Instant now = clock.instant();
        return transactions.run(() -> {
            RequestId id = numbers.next(1);
            var before = store.newest(rule, subject);
            var attested = new Attestation(
                    id,
                    rule,
                    subject,
                    before.map(Attestation::version).orElse(0) + 1,
                    name,
                    said.by(),
                    now,
                    until,
                    said.reason(),
                    said.evidence(),
                    about,
                    Optional.empty());
            if (!store.add(attested)) {
                return new OvertakenBySomebody();
            }
            note(Action.ATTESTED, said.by(), attested, now, state(before), state(Optional.of(attested)));
            before.ifPresent(old -> news.changed(
                    AttestationReminders.KIND, Long.toString(old.id().number())));
            return new Attested(attested);
        });
    }

    /** Takes back what was said of it last. */
    public AttestationResult withdraw(RuleId rule, AttestedCase about, UserId by) {
        Instant now = clock.instant();
        return about.subject(rule)
                .<AttestationResult>map(subject -> transactions.run(() -> {
                    var before = store.newest(rule, subject)
                            .filter(said -> said.withdrawn().isEmpty());
                    if (before.isEmpty() || !store.withdraw(before.get().id(), by, now)) {
                        return new NotAttested(rule, about.name());
                    }
                    note(Action.WITHDRAWN, by, before.get(), now, state(before), "");
                    news.changed(
                            AttestationReminders.KIND,
                            Long.toString(before.get().id().number()));
                    return new TakenBack(before.get());
                }))
                .orElseGet(() -> new OfSomethingElse(rule, about.name()));
    }

    /** Notes that somebody without the role tried at a shell. */
    public void refused(UserId who, String tried, String role) {
        trail.append(AuditEntry.refusedAtShell(clock.instant(), who, tried, role));
    }

    private void note(Action action, UserId by, Attestation said, Instant now, String before, String after) {
        trail.append(new AuditEntry(
                now,
                Optional.of(by),
                action,
                Optional.of(said.id()),
                Optional.empty(),
                Map.of(
                        "rule",
                        said.rule().value(),
                        "subject",
                        "%s %s".formatted(said.subject().kind(), said.name()),
                        "before",
                        before,
                        "after",
                        after)));
    }

    private static String state(Optional<Attestation> said) {
        return said.filter(it -> it.withdrawn().isEmpty())
                .map(it -> "by %s until %s: %s%s"
                        .formatted(
                                it.by(),
                                it.until(),
                                it.reason(),
                                it.evidence()
                                        .map(link -> " (%s)".formatted(link))
                                        .orElse("")))
                .orElse("");
    }
}
