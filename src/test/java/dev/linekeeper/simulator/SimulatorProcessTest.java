package dev.linekeeper.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.simulator.graph.GraphPolicyIds;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The process as a bot and a load test see it. */
class SimulatorProcessTest {
    private static final Path TENANT = Path.of("src/test/resources/tenantfile/fabrikam.json");
    private static final String VOICE = "/v1.0/admin/teams/userConfigurations/" + Fabrikam.ADA;
    private static final String ASSIGN = "/v1.0/admin/teams/policy/userAssignments/assign";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ManualTime time = new ManualTime();
    private SimulatorProcess running;
    private URI address;

    private void open(String... more) throws IOException {
        var arguments = new ArrayList<>(
                List.of("--tenant", TENANT.toString(), "--settings", settings().toString()));
        arguments.addAll(List.of(more));
        running = SimulatorProcess.open(time, arguments.toArray(String[]::new));
        address = URI.create(written().getProperty("linekeeper.graph.base-url"));
    }

    @AfterEach
    void close() {
        if (running != null) {
            running.close();
        }
        http.close();
    }

    @Test
    void it_says_how_a_bot_comes_to_it_as_to_a_real_tenant() throws IOException {
        open();
        assertThat(written())
                .containsEntry("linekeeper.backend", "tenant")
                .containsEntry("linekeeper.mode", "live")
                .containsEntry("linekeeper.embedded-database", "true")
                .containsEntry("linekeeper.graph.reads.credential", "managed-identity")
                .containsEntry("linekeeper.powershell.sign-in", "access-tokens")
                .containsKey("linekeeper.powershell.command[0]");
        assertThat(address.getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void tokens_are_for_whom_the_platform_has_told_the_secret() throws Exception {
        open();
        var asked = HttpRequest.newBuilder(address.resolve("/identity/token?resource=x&api-version=2019-08-01"));
        assertThat(http.send(asked.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        var answer = http.send(
                asked.header("X-IDENTITY-HEADER", SimulatorProcess.IDENTITY_HEADER)
                        .build(),
                BodyHandlers.ofString());
        assertThat(WireJson.parse(answer.body()).path("access_token").asString())
                .isNotBlank();
        assertThat(WireJson.parse(answer.body()).path("expires_on").asLong())
                .isGreaterThan(time.instant().getEpochSecond());
    }

    @Test
    void beyond_the_rate_of_teams_administration_it_says_429_and_counts_it() throws Exception {
        open("--rate", "3", "--directory-rate", "100");
        for (int call = 0; call < 5; call++) {
            get(VOICE);
        }
        assertThat(get(VOICE).headers().firstValue("Retry-After")).contains("1");
        assertThat(get("/v1.0/users/" + Fabrikam.ADA).statusCode()).isEqualTo(200);
        time.passes(Duration.ofSeconds(1));
        assertThat(get(VOICE).statusCode()).isEqualTo(200);
        var counted = statistics("GET").path("teams-admin").path("GET /admin/teams/userConfigurations/{id}");
        assertThat(counted.path("accepted").asInt()).isEqualTo(4);
        assertThat(counted.path("rejected").asInt()).isEqualTo(3);
        assertThat(counted.path("seconds").asDouble()).isEqualTo(1.0);
        assertThat(statistics("POST").propertyNames()).isEmpty();
    }

    @Test
    void a_write_that_was_carried_out_before_is_counted_as_made_again() throws Exception {
        open();
        post("SC-SEA");
        post("SC-BER");
        post("SC-SEA");
        var counted = statistics("GET").path("teams-admin").path("POST /admin/teams/policy/userAssignments/assign");
        assertThat(counted.path("writes").asInt()).isEqualTo(3);
        assertThat(counted.path("repeatedWrites").asInt()).isEqualTo(1);
    }

    @Test
    void the_log_of_writes_has_what_was_done_and_nothing_that_was_refused() throws Exception {
        open();
        post("SC-SEA");
        fault("{\"kind\": \"lost\"}");
        assertThatThrownBy(() -> post("SC-BER")).isInstanceOf(IOException.class);
        fault("{\"kind\": \"broken\"}");
        post("SC-SEA");
        fault("{\"kind\": \"dropped\"}");
        assertThatThrownBy(() -> post("SC-SEA")).isInstanceOf(IOException.class);
        assertThat(post("no such policy").statusCode()).isEqualTo(400);
        get(VOICE);
        statistics("POST");

        assertThat(WireJson.parse("{\"all\": %s}"
                                .formatted(get("/emulator/writes").body()))
                        .path("all"))
                .hasSize(2)
                .allSatisfy(write -> assertThat(write.path("write").asString()).endsWith("assign"))
                .extracting(write -> write.path("body")
                        .path("value")
                        .path(0)
                        .path("policyId")
                        .asString())
                .containsExactly(policyId("SC-SEA"), policyId("SC-BER"));
    }

    @Test
    void mishaps_come_in_the_share_asked_for_and_only_a_part_of_them_undone() throws Exception {
        open("--mishaps", "1", "--seed", "5");
        int carriedOut = 0;
        for (int call = 0; call < 20; call++) {
            var policy = call % 2 == 0 ? "SC-SEA" : "SC-BER";
            try {
                assertThat(post(policy).statusCode()).isEqualTo(503);
            } catch (IOException lost) {
                carriedOut++;
            }
        }
        assertThat(carriedOut).isBetween(3, 17);
        var counted = statistics("GET").path("teams-admin").path("POST /admin/teams/policy/userAssignments/assign");
        assertThat(counted.path("writes").asInt()).isEqualTo(carriedOut);
        assertThat(counted.path("failed").asInt()).isEqualTo(20 - carriedOut);
    }

    /** As it stands on the page, in a process of its own; only the class path and where the settings go are the test's. */
    @Test
    void the_documented_command_starts_it_and_what_it_writes_leads_there() throws Exception {
        var command = new ArrayList<>(documented());
        assertThat(command).startsWith("java", "-cp").contains("--latency", "--rate", "--mishaps", "--seed");
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.set(2, System.getProperty("java.class.path"));
        command.set(command.indexOf("--settings") + 1, settings().toString());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive() || Files.exists(settings()));
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("log")))
                    .isTrue();
            address = URI.create(written().getProperty("linekeeper.graph.base-url"));
            assertThat(statistics("GET").isObject()).isTrue();
            assertThat(get("/emulator/people").body()).contains("adele.vance@contoso.example");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<String> documented() throws IOException {
        var page = Files.readString(Path.of("src/docs/simulator.md")).replace("\\\n", " ");
        return page.lines()
                .filter(line -> line.startsWith("java ") && line.contains(" " + SimulatorProcess.class.getName() + " "))
                .map(line -> List.of(line.replace("'", "").split(" +", -1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void faults_are_switched_over_http_as_in_the_bot() throws Exception {
        open();
        assertThat(faults("POST", "{\"kind\":\"broken\",\"times\":2}").body()).contains("\"times\":2");
        assertThat(get(VOICE).statusCode()).isEqualTo(503);
        assertThat(faults("GET", "").body()).contains("\"times\":1");
        assertThat(faults("PUT", "{\"faults\":[{\"kind\":\"throttled\"}]}").body())
                .contains("Throttled")
                .doesNotContain("Broken");
        assertThat(faults("DELETE", "").body()).isEqualTo("{\"faults\":[]}");
        assertThat(get(VOICE).statusCode()).isEqualTo(200);
    }

    @Test
    void faults_that_cannot_be_understood_and_pages_are_refused() throws Exception {
        open();
        assertThat(faults("POST", "{\"kind\":\"hail\"}").statusCode()).isEqualTo(400);
        assertThat(faults("POST", "{\"kind\":\"broken\"}", "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
        assertThat(faults("POST", "{\"kind\":\"broken\"}", "Origin", "http://127.0.0.1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(faults("PATCH", "").statusCode()).isEqualTo(405);
        assertThat(faults("GET", "").body()).isEqualTo("{\"faults\":[]}");
    }

    @Test
    void a_stand_in_module_finds_its_cmdlets_beside_graph() throws Exception {
        open();
        assertThat(Files.readString(settings())).contains("# STANDIN_TENANT=" + address.resolve("/powershell") + "\n");
        var session = cmdlet("{\"cmdlet\":\"Connect-MicrosoftTeams\",\"parameters\":{}}")
                .path("session")
                .asString();
        var asked = "{\"cmdlet\":\"Get-CsOnlineUser\",\"parameters\":{\"Identity\":\"%s\"},\"session\":\"%s\"}";
        assertThat(cmdlet(asked.formatted(Fabrikam.ADA, "none")).path("error").isObject())
                .isTrue();
        assertThat(cmdlet(asked.formatted(Fabrikam.ADA, session))
                        .path("result")
                        .path(0)
                        .path("Identity")
                        .asString())
                .isEqualTo(Fabrikam.ADA.toString());
        assertThat(statistics("GET")
                        .path("powershell")
                        .path("Get-CsOnlineUser")
                        .path("accepted")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void the_cmdlets_are_as_late_as_graph() throws Exception {
        open("--latency", "200ms");
        var asked = Instant.now();
        assertThat(cmdlet("{\"cmdlet\":\"Connect-MicrosoftTeams\"}").has("session"))
                .isTrue();
        assertThat(Duration.between(asked, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void the_simulator_of_the_demo_has_the_cmdlets_too() throws Exception {
        try (var demo = Simulator.open(Fabrikam.model(), Fabrikam.AT_ONCE, time)) {
            address = demo.graph();
            assertThat(demo.cmdlets()).isEqualTo(address.resolve("/powershell"));
            assertThat(cmdlet("{\"cmdlet\":\"Connect-MicrosoftTeams\"}").has("session"))
                    .isTrue();
        }
    }

    private JsonNode cmdlet(String request) throws Exception {
        var sent = HttpRequest.newBuilder(address.resolve("/powershell")).POST(BodyPublishers.ofString(request));
        return WireJson.parse(http.send(sent.build(), BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> faults(String method, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve("/emulator/faults"))
                .setHeader("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void what_it_does_not_know_it_does_not_start_with() {
        assertThatThrownBy(() -> open("--speed", "11")).hasMessageContaining("--latency VALUE");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Authorization", "Bearer any")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String policy) throws Exception {
        var id = policyId(policy);
        var body = """
            {"value":[{"userId":"%s","policyType":"TeamsSharedCallingRoutingPolicy","policyId":"%s"}]}\
            """.formatted(Fabrikam.BEN, id);
        return http.send(
                HttpRequest.newBuilder(address.resolve(ASSIGN))
                        .header("Authorization", "Bearer any")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String policyId(String policy) {
        return GraphPolicyIds.of(PolicyKind.SHARED_CALLING, new PolicyName(policy));
    }

    private void fault(String fault) throws Exception {
        http.send(
                HttpRequest.newBuilder(address.resolve("/emulator/faults"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(fault))
                        .build(),
                BodyHandlers.discarding());
    }

    private JsonNode statistics(String method) throws Exception {
        return WireJson.parse(http.send(
                        HttpRequest.newBuilder(address.resolve("/emulator/statistics"))
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    private Path settings() {
        return folder.resolve("simulator.properties");
    }

    private Properties written() throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(settings())) {
            properties.load(in);
        }
        return properties;
    }
}
