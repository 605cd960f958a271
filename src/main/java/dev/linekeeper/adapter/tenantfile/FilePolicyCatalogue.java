package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.VoiceRoute;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

record FilePolicyCatalogue(FileTenant tenant) implements PolicyCatalogue {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public List<Policy> policies(PolicyKind kind) {
        var all = Optional.ofNullable(tenant.content().policies().get(kind));
        return List.copyOf(FileTenant.section(all, "policies/" + kind.type()).values());
    }

    @Override
    public Set<String> pstnUsages() {
        return FileTenant.section(tenant.content().pstnUsages(), "pstnUsages");
    }

    @Override
    public List<VoiceRoute> voiceRoutes() {
        return FileTenant.section(tenant.content().voiceRoutes(), "voiceRoutes");
    }

    @Override
    public List<NetworkSite> networkSites() {
        return FileTenant.section(tenant.content().networkSites(), "networkSites");
    }
}
