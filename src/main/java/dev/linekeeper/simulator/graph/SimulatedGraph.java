package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulated tenant as Microsoft Graph v1.0, on a free port of 127.0.0.1: Spring MVC with a server and a context of its
 * own, there before the application's are. Accepts any token. Thread-safe.
 */
public final class SimulatedGraph implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GraphCalls calls;
    private final WebServer server;

    private SimulatedGraph(GraphCalls calls, List<?> controllers) {
        this.calls = calls;
        var factory = new TomcatServletWebServerFactory(0) {
            @Override
            protected Tomcat createTomcat(TempDirs folders) {
                var tomcat = super.createTomcat(folders);
                tomcat.setSilent(true);
                return tomcat;
            }
        };
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.setRegisterDefaultServlet(false);
        factory.addContextValves(new GraphCalls.DroppingValve());
        // Calls under way are not waited for; 0 would wait for ever.
        factory.addContextCustomizers(context -> ((StandardContext) context).setUnloadDelay(20));
        factory.addConnectorCustomizers(connector -> {
            // Names of policies may have slashes.
            connector.setEncodedSolidusHandling("passthrough");
            connector.setEncodedReverseSolidusHandling("passthrough");
            connector.getProtocolHandler().setExecutor(threads);
        });
        // The port it tells is not the bot's.
        var logging = LoggingSystem.get(SimulatedGraph.class.getClassLoader());
        logging.setLogLevel(TomcatWebServer.class.getName(), LogLevel.WARN);
        this.server = factory.getWebServer(services -> {
            services.addFilter("simulator", calls).addMappingForUrlPatterns(null, false, "/*");
            services.addServlet("simulator", new DispatcherServlet(beans(controllers)))
                    .addMapping("/");
        });
        server.start();
        logging.setLogLevel(TomcatWebServer.class.getName(), null);
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
        var controllers = new ArrayList<Object>(List.of(
                new DirectoryController(tenant, ConcurrentHashMap.newKeySet()),
                new AccountsController(tenant),
                new DeltaController(tenant, new ConcurrentHashMap<>()),
                new UserConfigurationsController(tenant),
                new PoliciesController(tenant, later, refusedTypes),
                new NumbersController(tenant, later, new ConcurrentHashMap<>()),
                new GraphError.GraphRefusals()));
        controllers.addAll(others);
        return new SimulatedGraph(new GraphCalls(faults, clock), controllers);
    }

    private static GenericWebApplicationContext beans(List<?> controllers) {
        var json = new JacksonJsonHttpMessageConverter(JsonMapper.shared());
        // A body is JSON, whether it says so or not.
        json.setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON, MediaType.ALL));
        List<HttpMessageConverter<?>> converters =
                List.of(new StringHttpMessageConverter(StandardCharsets.UTF_8), json);
        var adapter = new RequestMappingHandlerAdapter();
        adapter.setMessageConverters(converters);
        var errors = new ExceptionHandlerExceptionResolver();
        errors.setMessageConverters(converters);
        var beans = new GenericWebApplicationContext();
        beans.registerBean(RequestMappingHandlerAdapter.class, () -> adapter);
        beans.registerBean(ExceptionHandlerExceptionResolver.class, () -> errors);
        beans.registerBean(DefaultHandlerExceptionResolver.class);
        for (var controller : controllers) {
            beans.getBeanFactory().registerSingleton(controller.getClass().getName(), controller);
        }
        return beans;
    }

    /** The base URL, {@code /v1.0} included. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getPort(), GraphCalls.ROOT));
    }

    /** Adds a watcher, called for every call just before it is answered. */
    public void watch(Consumer<RecordedCall> watcher) {
        calls.watch(watcher);
    }

    @Override
    public void close() {
        server.stop();
        threads.shutdownNow();
        server.destroy();
    }
}
