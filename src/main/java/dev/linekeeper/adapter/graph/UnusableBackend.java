package dev.linekeeper.adapter.graph;

import dev.linekeeper.service.tenant.BackendFailure;

/** The tenant cannot be served as configured: better not to start than to serve half of it. */
final class UnusableBackend extends BackendFailure {
    private static final long serialVersionUID = 1L;

    UnusableBackend(String problem) {
        super(Kind.UNSUPPORTED, "linekeeper.backend=tenant cannot be used: " + problem);
    }
}
