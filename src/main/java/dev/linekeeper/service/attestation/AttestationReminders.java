package dev.linekeeper.service.attestation;

import dev.linekeeper.core.attestation.AttestationState;
import dev.linekeeper.core.attestation.AttestationTerms;
import dev.linekeeper.service.digest.AdminNews;
import java.time.Clock;
import java.time.LocalDate;

/** Tells voice admins, once, of what was attested and is soon over. */
public record AttestationReminders(AttestationStore store, AttestationTerms terms, AdminNews news, Clock clock) {
    /** The kind of news; its subject is the number of the attestation. */
    public static final String KIND = "attestation";

    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), terms.zone());
        store.newest().stream()
                .filter(said -> said.state(today, terms.remindBefore()) == AttestationState.EXPIRES_SOON)
                .forEach(said -> news.post(KIND, Long.toString(said.id().number())));
    }
}
