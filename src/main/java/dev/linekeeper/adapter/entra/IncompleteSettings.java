package dev.linekeeper.adapter.entra;

import dev.linekeeper.service.tenant.BackendFailure;

/** Settings that belong together are there in part only: better not to start than to serve with half of them. */
public final class IncompleteSettings extends BackendFailure {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    IncompleteSettings(String problems, String remedy) {
        super(FailureKind.UNSUPPORTED, problems);
        this.remedy = remedy;
    }

    /** What the admin can do about it, as a sentence. */
    public String remedy() {
        return remedy;
    }
}
