package dev.linekeeper.adapter.graph;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.graph.RecordedCall;
import dev.linekeeper.simulator.graph.SimulatedGraph;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Fabrikam as Microsoft Graph on this machine, and our adapter connected to it through the real SDK. */
final class EmulatedGraph implements AutoCloseable {
    static final TokenCredential TOKEN =
            _ -> Mono.just(new AccessToken("a-token", OffsetDateTime.now().plusHours(1)));

    final ManualTime time = new ManualTime();
    final ActiveFaults faults = new ActiveFaults();
    final List<RecordedCall> seen = new CopyOnWriteArrayList<>();
    final SimulatedTenant model;
    final GraphDirectory directory;
    final GraphVoiceUsers voiceUsers;
    final GraphNumbers numbers;
    final GraphPolicyGrants policyGrants;
    final GraphOrganisation organisation;
    final GraphAccountEntries accounts;
    final GraphAppInstallations installations;
    private final SimulatedGraph face;

    EmulatedGraph() {
        this(Fabrikam.model(), Delays.AT_ONCE, Set.of());
    }

    EmulatedGraph(SimulatedTenant model, Delays later, Set<PolicyKind> refusedTypes) {
        this.model = model;
        this.face = SimulatedGraph.open(model, faults, later, refusedTypes, Clock.systemUTC(), List.of());
        face.watch(seen::add);
        var graph = GraphClients.connect(face.baseUrl(), TOKEN, Throttles.in(time));
        var clock = Clock.systemUTC();
        this.directory = new GraphDirectory(graph, clock);
        this.voiceUsers = new GraphVoiceUsers(graph, clock);
        this.numbers = new GraphNumbers(graph, graph, new NumberRecords(clock), UnaryOperator.identity());
        this.policyGrants = new GraphPolicyGrants(graph);
        this.organisation = new GraphOrganisation(graph, () -> "7.9.0", Set::of);
        this.accounts = new GraphAccountEntries(graph, graph);
        this.installations = new GraphAppInstallations(graph, "0e2d4c1a-linekeeper");
    }

    URI baseUrl() {
        return face.baseUrl();
    }

    RecordedCall last() {
        return seen.getLast();
    }

    @Override
    public void close() {
        face.close();
    }
}
