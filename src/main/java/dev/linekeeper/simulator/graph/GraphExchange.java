package dev.linekeeper.simulator.graph;

import com.sun.net.httpserver.HttpExchange;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.faults.Fault;
import dev.linekeeper.simulator.state.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Answers one HTTP request, or lets its fault happen. */
final class GraphExchange {
    private static final String JSON =
            "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    private final HttpExchange exchange;
    private final GraphRequest call;
    private final Clock clock;
    private final String requestId = UUID.randomUUID().toString();
    private final Consumer<RecordedCall> watcher;

    GraphExchange(HttpExchange exchange, GraphRequest call, Clock clock, Consumer<RecordedCall> watcher) {
        this.exchange = exchange;
        this.call = call;
        this.clock = clock;
        this.watcher = watcher;
    }

    /** Answers after {@code latency}, with the fault if there is one. */
    void answer(GraphRoutes routes, Duration latency, Optional<Fault> fault) throws IOException {
        sleep(latency);
        if (fault.isEmpty()) {
            send(reply(routes), JSON);
            return;
        }
        switch (fault.get()) {
            case Fault.Throttled(var wait, var asDate) ->
                send(error(429, "TooManyRequests", "Too many requests.", retryAfter(wait, asDate)), JSON);
            case Fault.Broken(var code, var wait) ->
                send(
                        error(
                                code,
                                "serviceNotAvailable",
                                "The service is temporarily unavailable.",
                                wait.map(time -> retryAfter(time, false)).orElse(Map.of())),
                        JSON);
            case Fault.HtmlPage(var code) ->
                write(code, Map.of(), "<html><body><h1>Bad Gateway</h1></body></html>", "text/html");
            case Fault.Slow(var by) -> {
                sleep(by);
                send(reply(routes), JSON);
            }
            case Fault.Dropped() -> record(0, "");
            case Fault.Lost() -> {
                var reply = reply(routes);
                record(reply.status(), reply.body().map(Object::toString).orElse(""));
            }
            case Fault.Wrapped() -> {
                var reply = reply(routes);
                send(
                        new GraphReply(
                                reply.status(), reply.headers(), reply.body().map(body -> {
                                    if (body.path("value").isObject()) {
                                        return body;
                                    }
                                    var wrapped = WireJson.object();
                                    wrapped.set("value", body);
                                    return wrapped;
                                })),
                        JSON);
            }
            case Fault.NoContentType() -> send(reply(routes), "");
            case Fault.MissingPermission(var permission) -> send(error(GraphError.missingPermission(permission)), JSON);
            case Fault.AccessDenied() -> send(error(GraphError.accessDenied()), JSON);
            case Fault.NestedNotFound() ->
                send(error(GraphError.nested(404, "NotFound", "Resource not found.", "Check the identifier.")), JSON);
            case Fault.NotSupported(var address) -> send(error(GraphError.notSupported(address)), JSON);
            case Fault.InPowerShell _ -> send(reply(routes), JSON);
        }
    }

    private GraphReply reply(GraphRoutes routes) {
        try {
            if (!call.header("authorization").orElse("").startsWith("Bearer ")) {
                throw GraphError.of(401, "InvalidAuthenticationToken", "Access token is empty.");
            }
            return routes.answer(call);
        } catch (GraphError refused) {
            return error(refused);
        } catch (BackendFailure refused) {
            return error(GraphError.of(refused));
        }
    }

    private GraphReply error(GraphError refused) {
        return error(refused.status(), refused.code(), String.valueOf(refused.getMessage()), Map.of());
    }

    private GraphReply error(int code, String name, String message, Map<String, String> headers) {
        return GraphReply.error(code, name, message, requestId, headers);
    }

    private Map<String, String> retryAfter(Duration wait, boolean asDate) {
        return Map.of(
                "Retry-After",
                asDate
                        ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().plus(wait).atZone(ZoneOffset.UTC))
                        : String.valueOf(wait.toSeconds()));
    }

    private void send(GraphReply reply, String type) throws IOException {
        write(
                reply.status(),
                reply.headers(),
                reply.body().map(Object::toString).orElse(""),
                type);
    }

    private void write(int code, Map<String, String> headers, String text, String type) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        headers.forEach(exchange.getResponseHeaders()::add);
        exchange.getResponseHeaders().add("request-id", requestId);
        if (bytes.length > 0 && !type.isEmpty()) {
            exchange.getResponseHeaders().add("Content-Type", type);
        }
        record(code, text);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void sleep(Duration by) {
        try {
            Thread.sleep(by);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void record(int code, String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getResponseHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        var target = exchange.getRequestURI().toString();
        watcher.accept(new RecordedCall(call.method(), target, call.headers(), call.body(), code, headers, text));
    }
}
