package dev.linekeeper.adapter.graph;

import dev.linekeeper.LinekeeperProperties;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.Kind;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.GrantProbe;
import dev.linekeeper.service.tenant.Numbers;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.net.URI;
import java.time.Clock;

/**
 * Microsoft Graph as one tenant's backend: the ports it can answer. Opening it calls nobody and builds no client; the
 * first call does, or {@link #warmUp} before it.
 */
public final class GraphBackend {
    private final Graph reads;
    private final Graph writes;
    private final Clock clock;
    private final GraphPolicyGrants policyGrants;

    private GraphBackend(Graph reads, Graph writes, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.clock = clock;
        this.policyGrants = new GraphPolicyGrants(writes);
    }

    /**
     * The tenant of the settings, with a registration that reads and one that changes.
     *
     * @throws UnusableBackend with everything that is missing in the settings or wrong
     */
    public static GraphBackend configured(LinekeeperProperties properties, Clock clock) {
        var settings = GraphSettings.of(properties);
        var reads = GraphClients.connect(settings.baseUrl(), settings.reads().credential());
        var writes = settings.writes()
                .map(registration -> GraphClients.connect(settings.baseUrl(), registration.credential()))
                .orElseGet(() -> new Graph(settings.baseUrl(), () -> {
                    throw new BackendFailure(
                            Kind.DENIED,
                            "No app registration for changes is configured (linekeeper.graph.writes.app-id)");
                }));
        return new GraphBackend(reads, writes, clock);
    }

    /**
     * A stand-in for Graph on this machine, called with a token that is worth nothing.
     *
     * @throws IllegalArgumentException when the address is not a loopback one
     */
    public static GraphBackend standIn(URI baseUrl, Clock clock) {
        if (!GraphSettings.isLocal(baseUrl)) {
            throw new IllegalArgumentException("A stand-in for Microsoft Graph is on this machine, not at " + baseUrl);
        }
        var graph = GraphClients.connect(baseUrl, (GraphClients.TokenSource) _ -> "stand-in");
        return new GraphBackend(graph, graph, clock);
    }

    /** Builds the client that reads, which takes about a second of computing, so that no question waits for it. */
    public void warmUp() {
        reads.ready();
    }

    public Directory directory() {
        return new GraphDirectory(reads, clock);
    }

    public VoiceUsers voiceUsers() {
        return new GraphVoiceUsers(reads, clock);
    }

    public Numbers numbers() {
        return new GraphNumbers(reads, writes, new NumberRecords(clock));
    }

    public PolicyGrants policyGrants() {
        return policyGrants;
    }

    /** Asks whether Graph grants a type of policy at all. */
    public GrantProbe grantProbe() {
        return policyGrants;
    }

    /** Without the version of the PowerShell module, of which Graph knows nothing. */
    public Organisation organisation() {
        return new GraphOrganisation(reads);
    }
}
