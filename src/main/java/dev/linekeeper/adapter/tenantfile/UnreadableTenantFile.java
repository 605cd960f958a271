package dev.linekeeper.adapter.tenantfile;

/** A tenant file cannot be used; the message is one line for the person who wrote the file. */
public class UnreadableTenantFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableTenantFile(String message) {
        super(message);
    }

    public UnreadableTenantFile(String message, Throwable cause) {
        super(message, cause);
    }
}
