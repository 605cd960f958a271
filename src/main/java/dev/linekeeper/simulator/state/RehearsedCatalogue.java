package dev.linekeeper.simulator.state;

import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.VoiceRoute;
import dev.linekeeper.core.tenant.groundwork.PolicyFix;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.List;

/** The policies of a rehearsal, which can be made and changed. */
record RehearsedCatalogue(SimulatedTenant tenant, PolicyCatalogue reading) implements PolicyCatalogue {
    @Override
    public String source() {
        return reading.source();
    }

    @Override
    public List<Policy> policies(PolicyKind kind) {
        return reading.policies(kind);
    }

    @Override
    public Entries<String> pstnUsages() {
        return reading.pstnUsages();
    }

    @Override
    public Entries<VoiceRoute> voiceRoutes() {
        return reading.voiceRoutes();
    }

    @Override
    public Entries<NetworkSite> networkSites() {
        return reading.networkSites();
    }

    @Override
    public WriteReceipt write(PolicyFix<?> change, ChangeKey key) {
        return tenant.written(edit -> new CatalogueEdit(edit).write(change));
    }
}
