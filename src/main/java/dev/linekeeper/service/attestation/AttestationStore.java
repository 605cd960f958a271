package dev.linekeeper.service.attestation;

import dev.linekeeper.core.attestation.Attestation;
import dev.linekeeper.core.attestation.AttestedSubject;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people attested, as it is kept; what was said before stays. */
public interface AttestationStore {
    /** The newest of each rule and subject, those taken back included, by their end. */
    List<Attestation> newest();

    /** The newest of that rule and subject, taken back or not. */
    Optional<Attestation> newest(RuleId rule, AttestedSubject subject);

    Optional<Attestation> find(RequestId id);

    /** Keeps another version; false when somebody else was quicker, and then nothing is kept. */
    boolean add(Attestation attestation);

    /** Notes that it is taken back; false when it was before. */
    boolean withdraw(RequestId id, UserId by, Instant at);
}
