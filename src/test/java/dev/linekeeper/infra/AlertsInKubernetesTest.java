package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The alerts are one file, which promtool checks; the Prometheus operator wants them wrapped up. Written by {@code -Dlinekeeper.golden=write}. */
class AlertsInKubernetesTest {
    private static final Path ALERTS = Path.of("infra/monitoring/alerts.yaml");
    private static final Path BASE = Path.of("infra/kubernetes/base");
    private static final Path RULE = BASE.resolve("prometheusrule.yaml");
    private static final String HEAD = """
        ---
        # The alerts of infra/monitoring/alerts.yaml for the Prometheus operator; AlertsInKubernetesTest writes and compares it.
        apiVersion: monitoring.coreos.com/v1
        kind: PrometheusRule
        metadata:
          name: linekeeper
        spec:
          groups:
        """;

    @Test
    void the_operator_gets_the_same_alerts_as_prometheus() throws IOException {
        assumeTrue(Files.exists(ALERTS), ALERTS + " is not there: nothing to compare");
        if ("write".equals(System.getProperty("linekeeper.golden"))) {
            var groups = Files.readString(ALERTS).split("(?m)^groups:\n", 2)[1];
            Files.writeString(RULE, HEAD + groups.indent(2).replaceAll("(?m)^ +$", ""));
        }
        assertThat(Files.readString(BASE.resolve("kustomization.yaml"))).contains("- prometheusrule.yaml");
        Map<String, Object> rule = new Yaml().load(Files.readString(RULE));
        Map<String, Object> alerts = new Yaml().load(Files.readString(ALERTS));

        assertThat(rule.get("spec")).isEqualTo(alerts);
    }
}
