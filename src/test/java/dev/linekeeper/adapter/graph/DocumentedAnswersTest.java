package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.graph.Canned.CannedAnswer;
import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers that Graph's own pages show, served over HTTP to the real SDK: what must come out of each is its {@code
 * right} in {@code src/test/trials/domain/wire.json}. What a case does not answer comes from the tenant of the trials.
 */
class DocumentedAnswersTest {
    private static final Path TRIALS = Path.of("src/test/trials/domain");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UserId U1 = new UserId("00000001-0000-4000-8000-000000000000");
    private static final UserId D1 = new UserId("00000001-0000-4000-8000-00000000000b");
    private static final Clock CLOCK = Clock.systemUTC();

    private final JsonNode tenant = JSON.readTree(TRIALS.resolve("tenant.json"));

    @Test
    void the_stand_in_alone_says_what_the_file_says() {
        assertThat(report(U1, Map.of()).overall()).isEqualTo(Overall.READY);
        assertThat(report(D1, Map.of()).overall()).isEqualTo(Overall.READY);
    }

    @Test
    void w01_direct_routing_numbers_without_a_country_are_read() {
        try (var service = Canned.json(body("W01").toString())) {
            assertThat(service.numbers().all().unread()).isEmpty();
            assertThat(service.numbers().all().numbers())
                    .hasSize(2)
                    .allSatisfy(number -> assertThat(number.country()).isInstanceOf(Fact.Missing.class));
            assertThat(service.numbers().all().numbers().getLast().heldByPolicy())
                    .contains(new PolicyName("SC-BER"));
        }
        var report = report(D1, Map.of("/numberAssignments", body("W01")));
        assertThat(outcome(report, "POL-04")).as("+49 is Germany").isEqualTo(Outcome.PASS);
        assertThat(outcome(report, "EMG-13")).isEqualTo(Outcome.MANUAL);
        assertThat(outcome(report, "EMG-05")).as("112 and 110").isEqualTo(Outcome.PASS);
        assertThat(report.overall()).isEqualTo(Overall.READY);
    }

    @Test
    void w02_a_target_may_be_the_id_of_a_policy() {
        try (var service = Canned.json(body("W02").toString())) {
            TelephoneNumber number = service.numbers().all().numbers().getFirst();
            assertThat(number.status()).isEqualTo(TelephoneNumber.NumberStatus.POLICY_ASSIGNED);
            assertThat(number.target()).contains("0000000f-0000-4000-8000-00000000000f");
            assertThat(number.heldByPolicy()).isEmpty();
        }
        var numbers = numbers();
        ((ObjectNode) numbers.get(1)).set("assignmentTargetId", body("W02").at("/value/0/assignmentTargetId"));
        assertThat(outcome(report(U1, Map.of("/numberAssignments", collection(numbers))), "POL-07"))
                .as("held by the one policy that lists it, whatever the form of the id")
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void w03_a_person_wrapped_in_value_is_judged_as_bare() {
        assertThat(report(U1, Map.of("/userConfigurations/", body("W03"))).overall())
                .isEqualTo(Overall.READY);
        assertThat(report(U1, Map.of("/userConfigurations/", body("W03").path("value")))
                        .overall())
                .isEqualTo(Overall.READY);
    }

    @Test
    void w04_a_person_and_their_settings_may_come_in_one_object() {
        assertThat(report(U1, Map.of("/users/" + U1, body("W04"), "/userConfigurations/", body("W04")))
                        .overall())
                .isEqualTo(Overall.READY);
    }

    @Test
    void w05_the_entries_of_value_are_the_people() {
        try (var service = Canned.json(body("W05").toString())) {
            service.directory()
                    .forEach(entry -> assertThat(entry.userPrincipalName()).isEqualTo("u1@contoso.example"));
            assertThat(service.directory().search("Uma", 8)).hasSize(1);
        }
    }

    @Test
    void a_number_record_that_cannot_be_read_leaves_unknown_what_it_might_be() {
        var numbers = numbers();
        ((ObjectNode) numbers.get(1)).put("telephoneNumber", "unknown");
        var report = report(U1, Map.of("/numberAssignments", collection(numbers)));
        assertThat(outcome(report, "POL-09")).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(report, "RES-05")).isEqualTo(Outcome.PASS);
        assertThat(outcome(report(D1, Map.of("/numberAssignments", collection(numbers))), "POL-07"))
                .isEqualTo(Outcome.PASS);
        numbers.remove(1);
        assertThat(outcome(report(U1, Map.of("/numberAssignments", collection(numbers))), "POL-09"))
                .as("a complete list without it")
                .isEqualTo(Outcome.FAIL);
    }

    private static Outcome outcome(Report<PersonCase> report, String rule) {
        return report.findings().stream()
                .filter(finding -> finding.rule().id().toString().equals(rule))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private Report<PersonCase> report(UserId person, Map<String, JsonNode> bodies) {
        try (var service =
                new Canned(path -> CannedAnswer.json(answer(path, bodies).toString()))) {
            var file = new FileTenant(TenantFile.read(TRIALS.resolve("tenant.json")), CLOCK).ports();
            var reader = new TenantPorts(
                            service.directory(),
                            service.voiceUsers(),
                            file.voiceSwitch(),
                            service.numbers(),
                            file.policyGrants(),
                            file.policyCatalogue(),
                            file.emergencyLocations(),
                            file.voiceApplications(),
                            file.organisation(),
                            file.sharedCallingPolicies(),
                            file.groupGrants())
                    .reader(CLOCK, Duration.ofHours(1));
            var settings = new JudgementSettings(
                    Optional.of(new PolicyName("NoPSTN")), false, Map.of("directRouting/DE", new PolicyName("E-DE")));
            return new Readiness(reader.tenant().tenant(), settings)
                    .audit(reader.person(person).orElseThrow());
        }
    }

    private JsonNode answer(String path, Map<String, JsonNode> bodies) {
        return bodies.entrySet().stream()
                .filter(body -> path.contains(body.getKey()) && !path.contains("transitiveMemberOf"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> standIn(path));
    }

    private JsonNode standIn(String path) {
        if (path.contains("/numberAssignments")) {
            return collection(numbers());
        }
        return StreamSupport.stream(tenant.get("users").spliterator(), false)
                .filter(user -> !path.contains("transitiveMemberOf"))
                .filter(user -> path.contains(user.get("id").asString()))
                .map(user -> configuration((ObjectNode) user.deepCopy()))
                .findFirst()
                .orElseGet(() -> collection(JSON.createArrayNode()));
    }

    /** A person of the file with the member that Graph has and the file has not. */
    private static JsonNode configuration(ObjectNode user) {
        ArrayNode effective = user.putArray("effectivePolicyAssignments");
        user.get("policyGrants")
                .forEach(grant -> effective
                        .addObject()
                        .put("policyType", grant.get("policyType").asString())
                        .putObject("policyAssignment")
                        .put("displayName", grant.get("policyName").asString())
                        .put("assignmentType", "direct"));
        return user;
    }

    private ArrayNode numbers() {
        return (ArrayNode) tenant.get("telephoneNumbers").deepCopy();
    }

    private static JsonNode collection(JsonNode value) {
        return JSON.createObjectNode().set("value", value);
    }

    private static JsonNode body(String id) {
        return StreamSupport.stream(JSON.readTree(TRIALS.resolve("wire.json")).spliterator(), false)
                .filter(each -> each.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .get("body");
    }
}
