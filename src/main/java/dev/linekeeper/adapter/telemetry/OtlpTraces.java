package dev.linekeeper.adapter.telemetry;

import dev.linekeeper.service.metrics.Spans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Keeps spans with OpenTelemetry and sends them to a collector, in batches, beside the work. The provider is its own, and not
 * the one that libraries find: Microsoft's SDK would tell addresses with people in them. Thread-safe.
 */
final class OtlpTraces implements Spans.Keeper, AutoCloseable {
    private static final String PATH = "/v1/traces";

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /**
     * @param endpoint the collector's address, to which {@code /v1/traces} is added, as OpenTelemetry's
     *     <a href="https://opentelemetry.io/docs/specs/otel/protocol/exporter/">OTEL_EXPORTER_OTLP_ENDPOINT</a> has it
     * @throws IllegalArgumentException when that is no http or https address
     */
    static OtlpTraces to(URI endpoint, Map<String, String> headers, String service, String version) {
        return new OtlpTraces(
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(endpoint.toString().replaceFirst("/*$", "") + PATH)
                        .setHeaders(() -> headers)
                        .build(),
                service,
                version);
    }

    OtlpTraces(SpanExporter exporter, String service, String version) {
        provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(
                        AttributeKey.stringKey("service.name"), service,
                        AttributeKey.stringKey("service.version"), version)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
        tracer = provider.get("dev.linekeeper");
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // closed with the span
    public Spans.Span begin(String name) {
        Span span = tracer.spanBuilder(name).startSpan();
        return new Kept(span, span.makeCurrent());
    }

    @Override
    public Runnable carried(Runnable task) {
        return Context.current().wrap(task);
    }

    /** Sends what has not been sent, within five seconds. */
    @Override
    public void close() {
        Spans.unkept();
        provider.shutdown().join(5, TimeUnit.SECONDS);
    }

    private record Kept(Span span, Scope scope) implements Spans.Span {
        @Override
        public Spans.Span named(String name) {
            span.updateName(name);
            return this;
        }

        @Override
        public Spans.Span with(String key, String value) {
            if (!value.isEmpty()) {
                span.setAttribute("linekeeper." + key, value);
            }
            return this;
        }

        @Override
        public void failed(String why) {
            span.setStatus(StatusCode.ERROR, why);
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }
}
