package dev.linekeeper.adapter.tenantfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.callerid.CallerId;
import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.shared.SharedChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Our answers about the worked tenants are the right ones. */
class ExpectedAnswersTest {
    @TestFactory
    Stream<DynamicTest> everyone_is_judged_as_expected() throws IOException {
        List<Path> files;
        try (var all = Files.list(SharedChecks.path("tenant"))) {
            files = all.filter(file -> file.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream().flatMap(ExpectedAnswersTest::people);
    }

    private static Stream<DynamicTest> people(Path expectedFile) {
        var expected = TenantFile.JSON.readTree(expectedFile);
        var name = expectedFile.getFileName().toString().replace(".expected", "");
        var ports = new FileTenant(TenantFile.read(expectedFile.resolveSibling(name)), Clock.systemUTC()).ports();
        var tenantReader = ports.reader(Clock.systemUTC(), Duration.ofHours(1));
        var judge = new Readiness(tenantReader.tenant().tenant(), settings(expected.get("settings")));
        var covered = texts(expected.get("covered"));
        return expected.get("expected").properties().stream()
                .map(person -> DynamicTest.dynamicTest("%s %s".formatted(name, person.getKey()), () -> {
                    var entry = ports.directory()
                            .findByPrincipalName(person.getKey())
                            .orElseThrow();
                    compare(judge.audit(tenantReader.person(entry)), covered, person.getValue());
                }));
    }

    private static void compare(Report<PersonCase> report, List<String> covered, JsonNode right) {
        assertThat(rules(report, Outcome.FAIL, covered)).as("failing").isEqualTo(texts(right.get("fail")));
        assertThat(rules(report, Outcome.WARN, covered)).as("warning").isEqualTo(texts(right.get("warn")));
        assertThat(report.overall().name())
                .as("overall")
                .isEqualTo(right.get("overall").stringValue());
        CallerId callerId = CallerIdResolver.normal(report);
        var answer = right.get("callerId");
        assertThat(callerId.kind().name()).isEqualTo(answer.get("kind").stringValue());
        assertThat(callerId.number().map(PhoneNumber::toString)).isEqualTo(text(answer, "number"));
        assertThat(callerId.source().map(Enum::name)).isEqualTo(text(answer, "source"));
        text(answer, "confidence")
                .ifPresent(sure -> assertThat(callerId.confidence().name()).isEqualTo(sure));
    }

    private static JudgementSettings settings(JsonNode written) {
        var routing = new TreeMap<String, PolicyName>();
        written.get("emergencyCallRoutingPolicies")
                .properties()
                .forEach(entry -> routing.put(
                        entry.getKey(), new PolicyName(entry.getValue().stringValue())));
        return new JudgementSettings(
                text(written, "emptyVoiceRoutingPolicy").map(PolicyName::new),
                written.get("inboundRequired").booleanValue(),
                routing);
    }

    private static List<String> rules(Report<PersonCase> report, Outcome outcome, List<String> covered) {
        return report.with(outcome).stream()
                .map(finding -> finding.rule().id().value())
                .filter(covered::contains)
                .sorted()
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).sorted().toList();
    }

    private static Optional<String> text(JsonNode object, String member) {
        return Optional.ofNullable(object.get(member)).map(JsonNode::stringValue);
    }
}
