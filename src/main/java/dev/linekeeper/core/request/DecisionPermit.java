package dev.linekeeper.core.request;

import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;

/** The permission for one person to decide one request, or one batch with its members. Only {@link ApprovalPolicy} gives it, so nothing is decided
 * without having been checked. */
public final class DecisionPermit {
    private final RequestId request;
    private final UserId by;
    private final Instant at;
    private final String proof;

    DecisionPermit(RequestId request, UserId by, Instant at, String proof) {
        this.request = request;
        this.by = by;
        this.at = at;
        this.proof = proof;
    }

    public UserId by() {
        return by;
    }

    public Instant at() {
        return at;
    }

    /** Why the person may decide, as read at that moment. */
    public String proof() {
        return proof;
    }

    void checkFor(RequestDetails terms) {
        if (!terms.batch().filter(request::equals).isPresent()) {
            check(terms.id());
        }
    }

    void checkFor(BatchTerms terms) {
        check(terms.id());
    }

    private void check(RequestId id) {
        if (!id.equals(request)) {
            throw new IllegalArgumentException("A mandate for %s does not decide %s".formatted(request, id));
        }
    }
}
