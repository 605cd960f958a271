package dev.linekeeper.core.attestation;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;

/**
 * What an attestation is about.
 *
 * @param key the object id of a resource account, or the name of a Shared Calling policy in lower case
 */
public record AttestedSubject(SubjectKind kind, String key) {
    /** The names are stored: do not rename. */
    public enum SubjectKind {
        ACCOUNT,
        POLICY
    }

    public static AttestedSubject of(UserId account) {
        return new AttestedSubject(SubjectKind.ACCOUNT, account.value());
    }

    public static AttestedSubject of(PolicyName policy) {
        return new AttestedSubject(SubjectKind.POLICY, AnyCase.folded(policy.value()));
    }
}
