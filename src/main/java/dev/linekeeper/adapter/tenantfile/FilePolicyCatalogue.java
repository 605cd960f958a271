package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.VoiceRoute;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import java.util.List;
import java.util.Optional;

record FilePolicyCatalogue(FileTenant tenant) implements PolicyCatalogue {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public List<Policy> policies(PolicyKind kind) {
        return List.copyOf(
                tenant.part(content -> Optional.ofNullable(content.policies().get(kind)), "policies/" + kind.type())
                        .values());
    }

    @Override
    public Entries<String> pstnUsages() {
        return new Entries<>(
                tenant.part(TenantContent::pstnUsages, "pstnUsages"),
                tenant.content().unread("pstnUsages"));
    }

    @Override
    public Entries<VoiceRoute> voiceRoutes() {
        return new Entries<>(
                tenant.part(TenantContent::voiceRoutes, "voiceRoutes"),
                tenant.content().unread("voiceRoutes"));
    }

    @Override
    public Entries<NetworkSite> networkSites() {
        return new Entries<>(
                tenant.part(TenantContent::networkSites, "networkSites"),
                tenant.content().unread("networkSites"));
    }
}
