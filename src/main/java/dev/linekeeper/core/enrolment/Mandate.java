package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;

/** Leave to decide one request, once, now. Only {@link ApprovalPolicy} gives it, so nothing is decided without it. */
public final class Mandate {
    private final RequestId request;
    private final UserId by;
    private final Instant at;
    private final String proof;

    Mandate(RequestId request, UserId by, Instant at, String proof) {
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

    /** Why they may decide, as read at that moment. */
    public String proof() {
        return proof;
    }

    void checkFor(Terms terms) {
        if (!terms.id().equals(request)) {
            throw new IllegalArgumentException("A mandate for %s does not decide %s".formatted(request, terms.id()));
        }
    }
}
