package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
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
        return tenant.part(TenantContent::tenantId, "tenantId");
    }

    @Override
    public String displayName() {
        return tenant.part(TenantContent::displayName, "displayName");
    }

    @Override
    public Cloud cloud() {
        return tenant.part(TenantContent::cloud, "cloud");
    }

    @Override
    public int freeResourceAccountLicences() {
        return tenant.part(TenantContent::freeResourceAccountLicences, "freeResourceAccountLicences");
    }

    /** A file needs no PowerShell, so a version is there only when the file states one. */
    @Override
    public Optional<String> powerShellModule() {
        return tenant.content().powerShellModule();
    }
}
