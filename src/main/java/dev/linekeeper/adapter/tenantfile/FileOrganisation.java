package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.service.tenant.Organisation;
import java.util.Optional;

record FileOrganisation(FileTenant tenant) implements Organisation {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public String tenantId() {
        return FileTenant.section(tenant.content().tenantId(), "tenantId");
    }

    @Override
    public String displayName() {
        return FileTenant.section(tenant.content().displayName(), "displayName");
    }

    @Override
    public Cloud cloud() {
        return FileTenant.section(tenant.content().cloud(), "cloud");
    }

    @Override
    public int freeResourceAccountLicences() {
        return FileTenant.section(tenant.content().freeResourceAccountLicences(), "freeResourceAccountLicences");
    }

    /** A file needs no PowerShell, so a version is there only when the file states one. */
    @Override
    public Optional<String> powerShellModule() {
        return tenant.content().powerShellModule();
    }
}
