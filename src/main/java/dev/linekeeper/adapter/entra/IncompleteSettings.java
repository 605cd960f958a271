package dev.linekeeper.adapter.entra;

import dev.linekeeper.service.tenant.BackendFailure;

/** Thrown at start-up when settings that belong together are incomplete. */
public final class IncompleteSettings extends BackendFailure {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    IncompleteSettings(String problems, String remedy) {
        super(FailureKind.UNSUPPORTED, problems);
        this.remedy = remedy;
    }

    /** What the admin can do, as a sentence. */
    public String remedy() {
        return remedy;
    }
}
