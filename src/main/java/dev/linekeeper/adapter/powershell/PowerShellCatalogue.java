package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
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

/** Policies, PSTN usages, voice routes and network sites from {@code Get-Cs…}; one that cannot be read costs itself. */
record PowerShellCatalogue(PowerShell powerShell) implements PolicyCatalogue {
    @Override
    public String source() {
        return PowerShell.SOURCE;
    }

    @Override
    public List<Policy> policies(PolicyKind kind) {
        return powerShell.run(Cmdlet.reading(kind)).list(policy -> CatalogueReader.policyOrUnread(kind, policy));
    }

    @Override
    public Entries<String> pstnUsages() {
        return Entries.flat(powerShell
                .run(Cmdlet.READ_USAGES)
                .entries(usages -> usages.at("Usage").entries(JsonCursor::text)));
    }

    @Override
    public Entries<VoiceRoute> voiceRoutes() {
        return powerShell.run(Cmdlet.READ_ROUTES).entries(CatalogueReader::voiceRoute);
    }

    @Override
    public Entries<NetworkSite> networkSites() {
        return powerShell.run(Cmdlet.READ_NETWORK_SITES).entries(CatalogueReader::networkSite);
    }

    @Override
    public WriteReceipt write(PolicyFix<?> change, ChangeKey key) {
        return new PolicyWrites(this, powerShell).write(change, key);
    }
}
