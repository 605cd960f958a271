package dev.linekeeper.simulator.graph;

import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Fault;
import dev.linekeeper.simulator.state.WireJson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UriUtils;

/** Lets the controllers answer a call to Graph, or its fault happen, and tells the watchers. Other calls pass. */
final class GraphCalls extends HttpFilter {
    static final String ROOT = "/v1.0";
    /** Functions and actions have a short name in the documentation, a full one in the SDK: a pattern. */
    static final String NAMESPACE = "(?:microsoft\\.graph\\.teamsAdministration\\.)?";

    private static final long serialVersionUID = 1L;
    private static final String REQUEST_ID = "request-id";
    private static final String DROPPED = GraphCalls.class.getName();
    private static final int LONGEST = 1 << 20;
    private static final String JSON =
            "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    private final transient ActiveFaults faults;
    private final transient Clock clock;
    private final transient List<Consumer<RecordedCall>> watchers = new CopyOnWriteArrayList<>();

    /** Ends the connection of a call without an answer, whatever was written. */
    static final class DroppingValve extends ValveBase {
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

    GraphCalls(ActiveFaults faults, Clock clock) {
        this.faults = faults;
        this.clock = clock;
    }

    void watch(Consumer<RecordedCall> watcher) {
        watchers.add(watcher);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isGraph(request)) {
            chain.doFilter(request, response);
            return;
        }
        var call = new ContentCachingRequestWrapper(request, LONGEST);
        var reply = new ContentCachingResponseWrapper(response);
        reply.setHeader(REQUEST_ID, UUID.randomUUID().toString());
        var fault = faults.next(UriUtils.decode(path(request), StandardCharsets.UTF_8))
                .orElse(null);
        try {
            answer(fault, call, reply, chain);
        } catch (GraphError refused) {
            var answer = refused.answer(reply);
            reply.setStatus(answer.getStatusCode().value());
            write(reply, JSON, String.valueOf(answer.getBody()));
        }
        var lost = fault instanceof Fault.Dropped || fault instanceof Fault.Lost;
        record(call, reply, fault instanceof Fault.Dropped ? 0 : reply.getStatus());
        if (lost) {
            request.setAttribute(DROPPED, true);
        } else {
            reply.copyBodyToResponse();
        }
    }

    private void answer(
            @Nullable Fault fault,
            ContentCachingRequestWrapper call,
            ContentCachingResponseWrapper reply,
            FilterChain chain)
            throws IOException, ServletException {
        switch (fault) {
            case Fault.Throttled(var wait, var asDate) -> {
                var until = clock.instant().plus(wait).atZone(ZoneOffset.UTC);
                reply.setHeader(
                        HttpHeaders.RETRY_AFTER,
                        asDate ? DateTimeFormatter.RFC_1123_DATE_TIME.format(until) : String.valueOf(wait.toSeconds()));
                throw new GraphError(429, "TooManyRequests", "Too many requests.");
            }
            case Fault.Broken(var status, var wait) -> {
                wait.ifPresent(time -> reply.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(time.toSeconds())));
                throw new GraphError(status, "serviceNotAvailable", "The service is temporarily unavailable.");
            }
            case Fault.Gone() -> throw GraphError.syncStateNotFound();
            case Fault.Html(var status) -> {
                reply.setStatus(status);
                write(reply, "text/html", "<html><body><h1>Bad Gateway</h1></body></html>");
            }
            case Fault.MissingPermission(var permission) ->
                throw new GraphError(
                        403,
                        "forbidden",
                        "Insufficient permission(s) for the request. API requires any of these permissions: %s."
                                .formatted(permission));
            case Fault.AccessDenied() -> throw GraphError.accessDenied();
            case Fault.NestedNotFound() -> throw GraphError.nestedNotFound();
            case Fault.NotSupported(var address) -> throw GraphError.notSupported(address);
            case Fault.Dropped() -> {}
            case Fault.Slow(var by) -> {
                sleep(by);
                serve(call, reply, chain);
            }
            case Fault.NoContentType() -> {
                serve(call, reply, chain);
                reply.setContentType(null);
            }
            case Fault.InPart half -> {
                call.setAttribute(PoliciesController.HALF, half);
                serve(call, reply, chain);
            }
            case Fault.Wrapped() -> {
                serve(call, reply, chain);
                wrap(reply);
            }
            case null, default -> serve(call, reply, chain);
        }
    }

    private static void serve(ContentCachingRequestWrapper call, ContentCachingResponseWrapper reply, FilterChain chain)
            throws IOException, ServletException {
        if (!String.valueOf(call.getHeader("Authorization")).startsWith("Bearer ")) {
            throw new GraphError(401, "InvalidAuthenticationToken", "Access token is empty.");
        }
        chain.doFilter(call, reply);
        if (reply.getContentSize() > 0) {
            reply.setContentType(JSON);
        }
    }

    private static void wrap(ContentCachingResponseWrapper reply) throws IOException {
        var body = WireJson.parse(text(reply));
        if (!body.path("value").isObject()) {
            reply.resetBuffer();
            write(reply, JSON, WireJson.object().set("value", body).toString());
        }
    }

    private static void write(HttpServletResponse reply, String type, String text) throws IOException {
        reply.setContentType(type);
        reply.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void record(ContentCachingRequestWrapper call, ContentCachingResponseWrapper reply, int status) {
        Map<String, String> asked = new LinkedHashMap<>();
        call.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> asked.put(name.toLowerCase(Locale.ROOT), call.getHeader(name)));
        Map<String, String> answered = new LinkedHashMap<>();
        reply.getHeaderNames().forEach(name -> answered.put(name.toLowerCase(Locale.ROOT), reply.getHeader(name)));
        var query = call.getQueryString();
        var recorded = new RecordedCall(
                call.getMethod(),
                call.getRequestURI() + (query == null ? "" : "?" + query),
                asked,
                call.getContentAsString(),
                status,
                answered,
                text(reply));
        watchers.forEach(watcher -> watcher.accept(recorded));
    }

    private static String text(ContentCachingResponseWrapper reply) {
        return new String(reply.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static boolean isGraph(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ROOT);
    }

    /** The path below {@code /v1.0}, percent-encoded. */
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(ROOT.length());
    }

    /** The address of the service. */
    static String base(HttpServletRequest request) {
        return "http://127.0.0.1:%d%s".formatted(request.getLocalPort(), ROOT);
    }

    static String requestId(HttpServletResponse response) {
        return String.valueOf(response.getHeader(REQUEST_ID));
    }

    private static void sleep(Duration by) {
        try {
            Thread.sleep(by);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
