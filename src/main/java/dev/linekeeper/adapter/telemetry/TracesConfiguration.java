package dev.linekeeper.adapter.telemetry;

import dev.linekeeper.service.metrics.Spans;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Traces, where OpenTelemetry's own variables name a collector; where its address is none the bot goes on without. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("otel.exporter.otlp.endpoint")
public class TracesConfiguration {
    private static final Logger log = LoggerFactory.getLogger(TracesConfiguration.class);
    private static final Pattern HEADER = Pattern.compile("\\s*([^=,\\s]+)\\s*=\\s*([^,]*)");

    @Bean
    DisposableBean traces(
            @Value("${otel.exporter.otlp.endpoint}") String endpoint,
            @Value("${otel.exporter.otlp.headers:}") String headers,
            @Value("${otel.service.name:linekeeper}") String service,
            ObjectProvider<BuildProperties> build) {
        try {
            String version =
                    build.stream().map(BuildProperties::getVersion).findFirst().orElse("");
            var traces = OtlpTraces.to(URI.create(endpoint), headers(headers), service, version);
            Spans.keptBy(traces);
            log.info("action=traces outcome=kept endpoint={}", endpoint);
            return traces::close;
        } catch (IllegalArgumentException noAddress) {
            log.warn(
                    "action=traces outcome=off setting=otel.exporter.otlp.endpoint why=\"{}\"", noAddress.getMessage());
            return Spans::unkept;
        }
    }

    /** As in {@code key=value,key=value}. */
    static Map<String, String> headers(String written) {
        return HEADER.matcher(written)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> found.group(2).strip(), (_, last) -> last));
    }
}
