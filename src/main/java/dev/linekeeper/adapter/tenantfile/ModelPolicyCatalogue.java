package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.VoiceRoute;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

record ModelPolicyCatalogue(TenantModel model) implements PolicyCatalogue {
    @Override
    public String source() {
        return Spot.SOURCE;
    }

    @Override
    public List<Policy> policies(PolicyKind kind) {
        var all = Optional.ofNullable(model.content().policies().get(kind));
        return List.copyOf(TenantModel.section(all, "policies/" + kind.type()).values());
    }

    @Override
    public Set<String> pstnUsages() {
        return TenantModel.section(model.content().pstnUsages(), "pstnUsages");
    }

    @Override
    public List<VoiceRoute> voiceRoutes() {
        return TenantModel.section(model.content().voiceRoutes(), "voiceRoutes");
    }

    @Override
    public List<NetworkSite> networkSites() {
        return TenantModel.section(model.content().networkSites(), "networkSites");
    }
}
