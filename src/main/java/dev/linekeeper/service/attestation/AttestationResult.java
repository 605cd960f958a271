package dev.linekeeper.service.attestation;

import dev.linekeeper.core.attestation.Attestation;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.readiness.judgement.Verdict;
import java.time.LocalDate;

/** What became of attesting, or of taking it back. */
public sealed interface AttestationResult {
    record Attested(Attestation now) implements AttestationResult {}

    record TakenBack(Attestation now) implements AttestationResult {}

    /** The rule asks nothing of a human here: {@code verdict} is what it says. */
    record NothingToAttest(RuleId rule, String name, Verdict verdict) implements AttestationResult {}

    /** The rule is about something else, such as the callback numbers of a policy where an account was named. */
    record OfSomethingElse(RuleId rule, String name) implements AttestationResult {}

    /** What it would rest on could not be read. */
    record RestsOnNothingRead(String why) implements AttestationResult {}

    record TooFarAway(LocalDate until, LocalDate latest) implements AttestationResult {}

    /** Nobody attested it, or it was taken back. */
    record NotAttested(RuleId rule, String name) implements AttestationResult {}

    /** Somebody else was quicker. */
    record OvertakenBySomebody() implements AttestationResult {}
}
