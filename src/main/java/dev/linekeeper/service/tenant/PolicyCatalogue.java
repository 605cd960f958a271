package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.VoiceRoute;
import dev.linekeeper.core.tenant.groundwork.PolicyFix;
import java.util.List;

/** What policies, usages, routes and network sites say. Slow to read in a real tenant, so it is kept as a snapshot. */
public interface PolicyCatalogue extends Backend {
    List<Policy> policies(PolicyKind kind);

    Entries<String> pstnUsages();

    Entries<VoiceRoute> voiceRoutes();

    Entries<NetworkSite> networkSites();

    /**
     * Makes, changes or removes a policy. Harmless when it says so already; a conflict when it says something else than
     * {@code before}, or when it is to go and somebody is granted it.
     */
    default WriteReceipt write(PolicyFix<?> change, ChangeKey key) {
        throw new BackendFailure(BackendFailure.FailureKind.UNSUPPORTED, "%s writes no policies".formatted(source()));
    }
}
