package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.VoiceRoute;
import java.util.List;

/** What policies, usages, routes and network sites say. Slow to read in a real tenant, so it is kept as a snapshot. */
public interface PolicyCatalogue extends Backend {
    List<Policy> policies(PolicyKind kind);

    Entries<String> pstnUsages();

    Entries<VoiceRoute> voiceRoutes();

    Entries<NetworkSite> networkSites();

    /**
     * Makes an emergency call routing policy with those numbers; harmless when the very same is there, a conflict when the
     * name is taken by another.
     */
    default WriteReceipt create(PolicyName name, List<EmergencyNumber> numbers, ChangeKey key) {
        throw new BackendFailure(BackendFailure.FailureKind.UNSUPPORTED, "%s makes no policies".formatted(source()));
    }

    /** Removes it again; harmless when it is gone, a conflict while it has other numbers or somebody is granted it. */
    default WriteReceipt remove(PolicyName name, List<EmergencyNumber> expected, ChangeKey key) {
        throw new BackendFailure(BackendFailure.FailureKind.UNSUPPORTED, "%s removes no policies".formatted(source()));
    }
}
