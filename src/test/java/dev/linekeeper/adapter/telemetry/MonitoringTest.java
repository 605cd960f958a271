package dev.linekeeper.adapter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.service.metrics.Measurement;
import dev.linekeeper.service.metrics.Metric;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files of infra/monitoring name what there is: metrics, headings of the runbook, fields of the log. */
class MonitoringTest {
    private static final Path MONITORING = Path.of("infra/monitoring");
    private static final Pattern METRIC = Pattern.compile("linekeeper_[a-z_]+");
    private static final Pattern FIELD = Pattern.compile("\\bl\\.([a-z_]+)");
    private static final Set<String> FIELDS_OF_LINES = Set.of("action", "outcome", "kind", "surface", "scope", "code");

    private record Alert(String name, String expression, String runbook) {}

    @Test
    void every_metric_in_alerts_and_dashboard_is_one_of_ours() throws IOException {
        Set<String> named = metrics("alerts.yaml", "dashboard.json");
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(scraped()).containsAll(named);
    }

    @Test
    void every_metric_of_ours_is_looked_at_by_an_alert_or_the_dashboard() throws IOException {
        Set<String> unseen = new TreeSet<>(scraped());
        unseen.removeAll(metrics("alerts.yaml", "dashboard.json"));
        assertThat(unseen)
                .containsExactly(
                        "linekeeper_audit_records", "linekeeper_tenant_calls_total", "linekeeper_token_left_seconds");
    }

    @Test
    void every_alert_goes_on_at_a_heading_of_the_runbook() throws IOException {
        Path runbook = Path.of("src/docs/operate/runbook.md");
        Set<String> headings = Files.readAllLines(runbook).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> runbook + "#" + anchor(line))
                .collect(Collectors.toSet());
        assertThat(alerts())
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(alert -> assertThat(headings).as(alert.name()).contains(alert.runbook()));
    }

    @Test
    void every_alert_has_a_test_that_it_fires_one_that_it_stays_silent_and_a_query_over_the_log() throws IOException {
        String tests = Files.readString(MONITORING.resolve("alerts.test.yaml"));
        String queries = Files.readString(MONITORING.resolve("alerts.kql"));
        assertThat(alerts()).allSatisfy(alert -> {
            assertThat(tests).contains(alert.name() + " fires\n", alert.name() + " stays silent\n");
            assertThat(queries).contains("// %s\n".formatted(alert.name()));
        });
    }

    @Test
    void every_field_in_the_queries_is_in_the_line_a_minute() throws IOException {
        var fields = MetricLine.of(everything()).fields().keySet();
        Set<String> asked = FIELD.matcher(
                        Files.readString(MONITORING.resolve("alerts.kql")).replaceAll("(?m)^//.*$", ""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        asked.removeAll(FIELDS_OF_LINES);
        assertThat(asked).hasSizeGreaterThan(12);
        assertThat(fields).containsAll(asked);
    }

    /** One of each metric with the labels that the queries ask for. */
    private static List<Measurement> everything() {
        Map<String, List<String>> labels = Map.of(
                "surface",
                List.of("directory", "teams-admin", "powershell", "app-installation", "bot-connector"),
                "queue",
                List.of("applying", "scheduled", "import", "sending"),
                "certificate",
                List.of("bot", "graph.reads", "graph.writes", "powershell"),
                "why",
                List.of("token-not-good", "keys-unavailable", "ended", "session-lost"),
                "outcome",
                List.of("failed"),
                "source",
                List.of("store"));
        return Arrays.stream(Metric.values())
                .flatMap(metric -> metric.labels().size() == 1
                        ? labels.getOrDefault(metric.labels().getFirst(), List.of("x")).stream()
                                .map(text -> metric.of(1, text))
                        : List.of(metric.of(1, metric.labels().toArray(String[]::new))).stream())
                .toList();
    }

    private static Set<String> scraped() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new BoardMeters(registry).show(everything());
        return METRIC.matcher(registry.scrape())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> metrics(String... files) throws IOException {
        var named = new TreeSet<String>();
        for (String file : files) {
            METRIC.matcher(Files.readString(MONITORING.resolve(file)))
                    .results()
                    .map(MatchResult::group)
                    .forEach(named::add);
        }
        return named;
    }

    private static List<Alert> alerts() throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Files.readString(MONITORING.resolve("alerts.yaml")));
        return file.get("groups").getFirst().get("rules").stream()
                .map(rule -> new TreeMap<>(rule))
                .map(rule -> new Alert(
                        String.valueOf(rule.get("alert")),
                        String.valueOf(rule.get("expr")),
                        ((Map<?, ?>) rule.get("annotations")).get("runbook").toString()))
                .toList();
    }

    private static String anchor(String heading) {
        return heading.replaceFirst("#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }
}
