package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.VoiceRoute;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Policies, PSTN usages, voice routes and network sites from {@code Get-Cs…}. A policy that cannot be read costs that
 * policy; another unreadable entry fails the whole read.
 */
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
    public Set<String> pstnUsages() {
        return powerShell
                .run(Cmdlet.READ_USAGES)
                .list(usages -> usages.at("Usage").list(JsonCursor::text))
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<VoiceRoute> voiceRoutes() {
        return powerShell.run(Cmdlet.READ_ROUTES).list(CatalogueReader::voiceRoute);
    }

    @Override
    public List<NetworkSite> networkSites() {
        return powerShell.run(Cmdlet.READ_NETWORK_SITES).list(CatalogueReader::networkSite);
    }
}
