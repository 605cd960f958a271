package dev.linekeeper.adapter.powershell;

import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.VoiceRoute;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One entry that cannot be read fails the whole reading: a policy without it would be another policy. */
record PowerShellCatalogue(PowerShell powerShell) implements PolicyCatalogue {
    @Override
    public String source() {
        return PowerShell.SOURCE;
    }

    @Override
    public List<Policy> policies(PolicyKind kind) {
        return powerShell.run(Cmdlet.reading(kind)).list(policy -> Policies.policy(kind, policy));
    }

    @Override
    public Set<String> pstnUsages() {
        return powerShell
                .run(Cmdlet.READ_USAGES)
                .list(usages -> usages.at("Usage").list(Output::text))
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<VoiceRoute> voiceRoutes() {
        return powerShell
                .run(Cmdlet.READ_ROUTES)
                .list(route -> new VoiceRoute(
                        route.at("Identity").text(),
                        route.at("NumberPattern").text(),
                        route.at("OnlinePstnUsages").list(Output::text),
                        route.at("OnlinePstnGatewayList").list(Output::text)));
    }

    @Override
    public List<NetworkSite> networkSites() {
        return powerShell
                .run(Cmdlet.READ_NETWORK_SITES)
                .list(site -> new NetworkSite(
                        site.at("Identity").text(),
                        sitePolicy(site, "EmergencyCallRoutingPolicy"),
                        sitePolicy(site, "EmergencyCallingPolicy")));
    }

    /** The documentation of the output calls it {@code …PolicyName}, the cmdlets that set it {@code …Policy}. */
    private static Optional<PolicyName> sitePolicy(Output site, String name) {
        var documented = site.at(name + "Name");
        var found = documented.absent() ? site.at(name) : documented;
        if (found.absent()) {
            throw found.wrong("the name of a policy or nothing");
        }
        return found.words().map(_ -> found.policyName());
    }
}
