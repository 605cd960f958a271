package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The simulated tenant as Microsoft Graph v1.0, on a free loopback port. Accepts any token. Thread-safe. */
public final class SimulatedGraph implements AutoCloseable {
    private final GraphCalls calls;
    private final LoopbackServer server;

    private SimulatedGraph(GraphCalls calls, LoopbackServer server) {
        this.calls = calls;
        this.server = server;
    }

    /**
     * Serves the tenant.
     *
     * @param refusedTypes policy types that this Graph does not support
     * @param others controllers of other paths than Graph's
     */
    public static SimulatedGraph open(
            SimulatedTenant tenant,
            ActiveFaults faults,
            Delays later,
            Set<PolicyKind> refusedTypes,
            Clock clock,
            List<?> others) {
        var calls = new GraphCalls(faults, clock);
        var controllers = new ArrayList<Object>(List.of(
                new DirectoryController(tenant, ConcurrentHashMap.newKeySet()),
                new UserConfigurationsController(tenant),
                new PoliciesController(tenant, later, refusedTypes),
                new NumbersController(tenant, later, new ConcurrentHashMap<>()),
                new GraphError.GraphRefusals()));
        controllers.addAll(others);
        return new SimulatedGraph(calls, new LoopbackServer(calls, controllers));
    }

    /** The base URL, {@code /v1.0} included. */
    public URI baseUrl() {
        return server.address().resolve(GraphCalls.ROOT);
    }

    /** Adds a watcher, called for every call just before it is answered. */
    public void watch(Consumer<RecordedCall> watcher) {
        calls.watch(watcher);
    }

    @Override
    public void close() {
        server.close();
    }
}
