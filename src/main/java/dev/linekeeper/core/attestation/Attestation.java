package dev.linekeeper.core.attestation;

import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody says of something that no API tells. It answers a rule for a human reader; the rule's verdict stays what it is.
 *
 * @param id its own number, of those that requests have
 * @param version 1 for the first of that rule and subject; the greatest is the one that counts
 * @param name how people called the subject then
 * @param until the last day for which it is said
 * @param evidence an https address, for people to open; Linekeeper never does
 * @param about what it rested on, as {@link AttestedCase#about} has it
 */
public record Attestation(
        RequestId id,
        RuleId rule,
        AttestedSubject subject,
        int version,
        String name,
        UserId by,
        Instant at,
        LocalDate until,
        String reason,
        Optional<URI> evidence,
        String about,
        Optional<Withdrawal> withdrawn) {
    /** That it was taken back. */
    public record Withdrawal(UserId by, Instant at) {}

    /** How it stands as far as days tell; {@code soon} is how many days before its end that is near. */
    public AttestationState state(LocalDate today, int soon) {
        if (withdrawn.isPresent()) {
            return AttestationState.WITHDRAWN;
        }
        if (until.isBefore(today)) {
            return AttestationState.EXPIRED;
        }
        return until.isBefore(today.plusDays(soon)) ? AttestationState.EXPIRES_SOON : AttestationState.HOLDS;
    }

    /** How it stands, {@code now} being what it would rest on today. */
    public AttestationState state(LocalDate today, int soon, Fact<String> now) {
        var state = state(today, soon);
        return state.holds()
                ? now.fold(it -> it.equals(about) ? state : AttestationState.OLDER, _ -> AttestationState.NOT_COMPARED)
                : state;
    }
}
