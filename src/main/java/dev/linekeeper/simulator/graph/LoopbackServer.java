package dev.linekeeper.simulator.graph;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.modeler.Registry;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/** Spring MVC on a free port of 127.0.0.1, with a context of its own: it is there before the application's server is. */
final class LoopbackServer implements AutoCloseable {
    private static final String DROPPED = LoopbackServer.class.getName();

    private final Tomcat tomcat = new Tomcat();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Path folder;

    /** Ends the connection of a call without an answer, whatever was written. */
    private static final class DroppingValve extends ValveBase {
        DroppingValve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (request.getAttribute(DROPPED) != null) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            }
        }
    }

    /**
     * Opens the server.
     *
     * @param filter of all calls
     * @param controllers objects of classes annotated as controllers or their advice
     */
    LoopbackServer(Filter filter, List<?> controllers) {
        // Two servers in one process would have the same names there.
        Registry.disableRegistry();
        try {
            this.folder = Files.createTempDirectory("linekeeper-simulator-");
            tomcat.setBaseDir(folder.toString());
            tomcat.setSilent(true);
            tomcat.setPort(0);
            var connector = tomcat.getConnector();
            connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
            // Names of policies may have slashes.
            connector.setEncodedSolidusHandling("passthrough");
            connector.setEncodedReverseSolidusHandling("passthrough");
            connector.getProtocolHandler().setExecutor(threads);
            var context = (StandardContext) tomcat.addContext("", null);
            // Calls under way are not waited for; 0 would wait for ever.
            context.setUnloadDelay(20);
            context.setClearReferencesThreadLocals(false);
            context.setClearReferencesRmiTargets(false);
            context.getPipeline().addValve(new DroppingValve());
            context.addServletContainerInitializer(
                    (_, services) -> {
                        services.addFilter("simulator", filter).addMappingForUrlPatterns(null, false, "/*");
                        var servlet = services.addServlet("simulator", new DispatcherServlet(beans(controllers)));
                        servlet.setLoadOnStartup(1);
                        servlet.addMapping("/");
                    },
                    Set.of());
            tomcat.start();
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        } catch (LifecycleException noPort) {
            throw new IllegalStateException(noPort);
        }
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

    /** The address, without a path. */
    URI address() {
        return URI.create("http://127.0.0.1:%d".formatted(tomcat.getConnector().getLocalPort()));
    }

    /** Ends the connection of the call without an answer. */
    static void drop(HttpServletRequest request) {
        request.setAttribute(DROPPED, true);
    }

    /** Closes the server; harmless to repeat. */
    @Override
    public void close() {
        if (tomcat.getServer().getState() == LifecycleState.DESTROYED) {
            return;
        }
        try {
            tomcat.stop();
            threads.shutdownNow();
            tomcat.destroy();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException | LifecycleException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
