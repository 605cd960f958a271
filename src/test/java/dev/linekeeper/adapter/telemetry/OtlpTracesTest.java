package dev.linekeeper.adapter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.linekeeper.service.metrics.LogContext;
import dev.linekeeper.service.metrics.Spans;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtlpTracesTest {
    private final List<SpanData> sent = new CopyOnWriteArrayList<>();

    @AfterEach
    void nobody() {
        Spans.unkept();
    }

    @Test
    void what_belongs_together_is_one_trace_on_other_threads_too() throws Exception {
        try (var traces = new OtlpTraces(kept(), "linekeeper", "1")) {
            Spans.keptBy(traces);
            try (var _ = LogContext.about(LogContext.REQUEST, "SC-1001", "apply");
                    var threads = LogContext.threads()) {
                threads.submit(() -> called("graph users", "")).get();
            }
        }

        assertThat(sent).extracting(SpanData::getName).containsExactly("graph users", "apply");
        assertThat(sent.getFirst().getParentSpanId()).isEqualTo(sent.getLast().getSpanId());
        assertThat(sent.getLast().getAttributes().asMap().toString()).contains("linekeeper.request", "SC-1001");
        assertThat(sent.getFirst().getAttributes().asMap().toString()).contains("linekeeper.their-id");
    }

    @Test
    void what_failed_says_why_and_what_follows_is_another_trace() {
        try (var traces = new OtlpTraces(kept(), "linekeeper", "1")) {
            Spans.keptBy(traces);
            called("graph users", "throttled");
            called("graph users", "");
        }

        assertThat(sent.getFirst().getStatus().getDescription()).isEqualTo("throttled");
        assertThat(sent.getLast().getStatus()).isEqualTo(StatusData.unset());
        assertThat(sent.getFirst().getTraceId()).isNotEqualTo(sent.getLast().getTraceId());
    }

    @Test
    void after_the_end_nothing_is_kept_and_nothing_fails() {
        new OtlpTraces(kept(), "linekeeper", "1").close();
        called("graph users", "throttled");

        assertThat(sent).isEmpty();
    }

    @Test
    void a_collector_gets_them_with_the_headers_it_asks_for() throws IOException {
        var bodies = new CopyOnWriteArrayList<String>();
        var collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/otlp/v1/traces", exchange -> {
            bodies.add(exchange.getRequestHeaders().getFirst("api-key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        var endpoint = URI.create(
                "http://localhost:%d/otlp/".formatted(collector.getAddress().getPort()));
        var headers = TracesConfiguration.headers("api-key=secret, other = a=b");
        try (var traces = OtlpTraces.to(endpoint, headers, "linekeeper", "1")) {
            Spans.keptBy(traces);
            called("graph users", "");
        } finally {
            collector.stop(0);
        }

        assertThat(headers).isEqualTo(Map.of("api-key", "secret", "other", "a=b"));
        assertThat(bodies).singleElement().asString().startsWith("secret ").contains("graph users", "service.name");
    }

    @Test
    void what_is_no_address_is_refused() {
        assertThatThrownBy(() -> OtlpTraces.to(URI.create("collector:4318"), Map.of(), "linekeeper", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http");
    }

    private static void called(String name, String why) {
        try (var span = Spans.begin("call").with("our-id", "")) {
            span.named(name).with("their-id", "an-id");
            if (!why.isEmpty()) {
                span.failed(why);
            }
        }
    }

    private SpanExporter kept() {
        return new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                sent.addAll(spans);
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
    }
}
