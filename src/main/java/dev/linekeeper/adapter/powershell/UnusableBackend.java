package dev.linekeeper.adapter.powershell;

import dev.linekeeper.service.tenant.BackendFailure;

/** PowerShell cannot be used as configured: better not to start than to serve half a tenant. */
final class UnusableBackend extends BackendFailure {
    private static final long serialVersionUID = 1L;

    UnusableBackend(String problem) {
        super(Kind.UNSUPPORTED, "linekeeper.backend=tenant cannot be used: " + problem);
    }
}
