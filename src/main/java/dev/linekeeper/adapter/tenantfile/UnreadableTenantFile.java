package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.service.tenant.BackendFailure;

/** Thrown when a tenant file cannot be used; the message is one line for its author. */
public final class UnreadableTenantFile extends BackendFailure {
    private static final long serialVersionUID = 1L;

    public UnreadableTenantFile(String message) {
        super(FailureKind.INVALID, message);
    }

    public UnreadableTenantFile(String message, Throwable cause) {
        this(message);
        initCause(cause);
    }
}
