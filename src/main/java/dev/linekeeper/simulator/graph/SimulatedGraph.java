package dev.linekeeper.simulator.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.faults.SimulatedLoad;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulated tenant as Microsoft Graph v1.0, on a free loopback port. Accepts any token. Thread-safe. */
public final class SimulatedGraph implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SimulatedGraph.class);

    static {
        // Head and body are two packets; without this the second waits for the acknowledgement of the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GraphRoutes routes = new GraphRoutes();
    private final ActiveFaults faults;
    private final SimulatedLoad load;
    private final Clock clock;
    private final List<Consumer<RecordedCall>> watchers = new CopyOnWriteArrayList<>();

    private SimulatedGraph(HttpServer server, ActiveFaults faults, SimulatedLoad load, Clock clock) {
        this.server = server;
        this.faults = faults;
        this.load = load;
        this.clock = clock;
    }

    /** Serves the model; {@code refusedTypes} are policy types that this Graph does not support. */
    public static SimulatedGraph open(
            SimulatedTenant model, ActiveFaults faults, Delays later, Set<PolicyKind> refusedTypes, Clock clock) {
        return open(model, faults, later, refusedTypes, SimulatedLoad.none(clock), clock);
    }

    public static SimulatedGraph open(
            SimulatedTenant model,
            ActiveFaults faults,
            Delays later,
            Set<PolicyKind> refusedTypes,
            SimulatedLoad load,
            Clock clock) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var service = new SimulatedGraph(server, faults, load, clock);
            new DirectoryEndpoint(model).serve(service.routes);
            new UserConfigurationsEndpoint(model).serve(service.routes);
            new PolicyAssignmentsEndpoint(model, clock, later, Set.copyOf(refusedTypes)).serve(service.routes);
            new NumbersEndpoint(model, clock, later, new NumberOperations()).serve(service.routes);
            new OrganisationEndpoint(model).serve(service.routes);
            new InstalledAppsEndpoint(model).serve(service.routes);
            server.setExecutor(service.threads);
            server.createContext("/", service::handle);
            server.start();
            return service;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public static SimulatedGraph open(SimulatedTenant model, ActiveFaults faults) {
        return open(model, faults, Delays.AT_ONCE, Set.of(), Clock.systemUTC());
    }

    /** The base URL, {@code /v1.0} included. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), GraphRequest.ROOT));
    }

    /** Adds a handler for another {@code path} than Graph's. */
    public void serve(String path, HttpHandler answer) {
        server.createContext(path, answer);
    }

    /** Adds a watcher, called for every call just before it is answered. */
    public void watch(Consumer<RecordedCall> watcher) {
        watchers.add(watcher);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var call = GraphRequest.of(exchange, baseUrl().toString());
        try (exchange) {
            new GraphExchange(exchange, call, clock, recorded -> watchers.forEach(watcher -> watcher.accept(recorded)))
                    .answer(
                            routes,
                            load.latency(),
                            faults.next(GraphRequest.segment(call.path())).or(load::next));
        } catch (RuntimeException fault) {
            log.error("event=emulator_failed method={} path={}", call.method(), call.path(), fault);
            throw fault;
        }
    }
}
