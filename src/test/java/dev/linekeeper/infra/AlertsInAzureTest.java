package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The alerts over the log as Azure would be given them: in the committed snapshot of the parameters for production. */
class AlertsInAzureTest {
    /** Of {@code scheduledQueryRules}, as far as a question of ours looks back; there is none of three minutes. */
    private static final Set<String> WINDOWS = Set.of("PT5M", "PT10M", "PT15M", "PT30M", "PT1H");

    private static final Pattern QUESTION =
            Pattern.compile("(?ms)^// (Linekeeper\\w+)\n(.*?\n)(?=\n// Linekeeper|\\z)");

    @Test
    void every_question_over_the_log_is_a_rule_that_looks_as_far_back_as_it_asks() throws IOException {
        Map<String, String> questions = QUESTION.matcher(Files.readString(Path.of("infra/monitoring/alerts.kql")))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), (MatchResult found) -> found.group(2)));
        Map<String, JsonNode> rules = new TreeMap<>();
        for (JsonNode resource : JsonMapper.shared()
                .readTree(Files.readString(Path.of("infra/prod.snapshot.json")))
                .path("predictedResources")) {
            if (resource.path("type").asString().endsWith("/scheduledQueryRules")) {
                rules.put(resource.path("name").asString(), resource.path("properties"));
            }
        }

        assertThat(questions).hasSizeGreaterThanOrEqualTo(12);
        assertThat(rules.keySet()).isEqualTo(questions.keySet());
        rules.forEach((name, rule) -> {
            String window = rule.path("windowSize").asString();
            assertThat(WINDOWS).as(name).contains(window);
            assertThat(rule.at("/criteria/allOf/0/query").asString())
                    .as(name)
                    .isEqualTo(questions.get(name))
                    .contains("ago(%s)".formatted(window.substring(2).toLowerCase(Locale.ROOT)));
            assertThat(Duration.parse(window))
                    .as(name)
                    .isGreaterThanOrEqualTo(
                            Duration.parse(rule.path("evaluationFrequency").asString()));
        });
    }
}
