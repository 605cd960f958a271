package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.service.tenant.Organisation;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Those its people and accounts have: a file lists no domains. */
    @Override
    public Set<String> domains() {
        return Stream.concat(
                        tenant.part(TenantContent::users, "users").values().stream()
                                .map(user -> user.entry().userPrincipalName()),
                        tenant.content().accounts().map(Map::values).stream()
                                .flatMap(Collection::stream)
                                .map(stored -> stored.account().userPrincipalName()))
                .map(name -> AnyCase.folded(name.substring(name.indexOf('@') + 1)))
                .collect(Collectors.toUnmodifiableSet());
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

    @Override
    public Set<AccountRight> accountRights() {
        return AccountRight.among(tenant.content().applicationPermissions());
    }
}
