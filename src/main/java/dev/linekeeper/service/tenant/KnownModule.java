package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.Cloud;
import java.util.Optional;
import java.util.function.Supplier;

/** The tenant as one backend tells of it, with the version of the PowerShell module from another. */
record KnownModule(Organisation organisation, Supplier<String> version) implements Organisation {
    @Override
    public String source() {
        return organisation.source();
    }

    @Override
    public String tenantId() {
        return organisation.tenantId();
    }

    @Override
    public String displayName() {
        return organisation.displayName();
    }

    @Override
    public Cloud cloud() {
        return organisation.cloud();
    }

    @Override
    public int freeResourceAccountLicences() {
        return organisation.freeResourceAccountLicences();
    }

    @Override
    public Optional<String> powerShellModule() {
        return Optional.of(version.get());
    }
}
