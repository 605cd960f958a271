package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.service.tenant.Organisation;
import java.util.Optional;

record ModelOrganisation(TenantModel model) implements Organisation {
    @Override
    public String source() {
        return Spot.SOURCE;
    }

    @Override
    public String tenantId() {
        return TenantModel.section(model.content().tenantId(), "tenantId");
    }

    @Override
    public String displayName() {
        return TenantModel.section(model.content().displayName(), "displayName");
    }

    @Override
    public Cloud cloud() {
        return TenantModel.section(model.content().cloud(), "cloud");
    }

    @Override
    public int freeResourceAccountLicences() {
        return TenantModel.section(model.content().freeResourceAccountLicences(), "freeResourceAccountLicences");
    }

    /** A file needs no PowerShell, so a version is there only when the file states one. */
    @Override
    public Optional<String> powerShellModule() {
        return model.content().powerShellModule();
    }
}
