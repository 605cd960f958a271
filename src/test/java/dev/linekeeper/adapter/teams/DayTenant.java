package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.graph.GraphBackend;
import dev.linekeeper.adapter.powershell.PowerShellBackend;
import dev.linekeeper.adapter.powershell.RealPowerShell;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.simulator.SimulatorProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The demo's tenant with newcomers, behind Graph's stand-in and a real PowerShell with the stand-in module, as a bot with
 * {@code linekeeper.backend=tenant} sees it.
 */
final class DayTenant implements AutoCloseable {
    private final SimulatorProcess simulator;
    private final URI graph;

    private DayTenant(SimulatorProcess simulator, URI graph) {
        this.simulator = simulator;
        this.graph = graph;
    }

    /** Skips the test, or fails it, where there is no PowerShell. */
    static DayTenant open(Path folder, int newcomers) throws IOException {
        RealPowerShell.mustBeThere();
        var settings = folder.resolve("simulator.properties");
        var simulator = SimulatorProcess.open(
                Clock.systemUTC(), "--tenant", file(folder, newcomers).toString(), "--settings", settings.toString());
        var written = new Properties();
        try (var in = Files.newBufferedReader(settings)) {
            written.load(in);
        }
        return new DayTenant(simulator, URI.create(written.getProperty("linekeeper.graph.base-url")));
    }

    /** The tenant file, with newcomers who are ready to be enrolled, as Adele is. */
    static Path file(Path folder, int newcomers) throws IOException {
        ObjectNode tenant;
        try (var demo = DayTenant.class.getResourceAsStream("/demo/tenant.json")) {
            tenant = JsonMapper.shared().readTree(demo).asObject();
        }
        ArrayNode users = tenant.withArray("users");
        ObjectNode adele = users.valueStream()
                .filter(user -> user.path("displayName").asString("").startsWith("Adele"))
                .findFirst()
                .orElseThrow()
                .asObject();
        IntStream.range(0, newcomers)
                .forEach(i -> users.add(adele.deepCopy()
                        .put(
                                "id",
                                UUID.nameUUIDFromBytes(("newcomer" + i).getBytes(StandardCharsets.UTF_8))
                                        .toString())
                        .put("displayName", "newcomer %02d".formatted(i))
                        .put("userPrincipalName", "newcomer%02d@contoso.example".formatted(i))));
        return Files.writeString(folder.resolve("tenant.json"), tenant.toString());
    }

    /** Both without a credential, because a token needs Entra; these beans take the place of the configured ones. */
    void services(GenericApplicationContext bot) {
        bot.registerBean(
                "graphBackend",
                GraphBackend.class,
                () -> GraphBackend.standIn(graph, Set::of, bot.getBean(ApiThrottle.class), bot.getBean(Clock.class)));
        var command = RealPowerShell.command(graph.resolve("/powershell").toString());
        bot.registerBean(
                "powerShellBackend",
                PowerShellBackend.class,
                () -> RealPowerShell.open(command, bot.getBean(ApiThrottle.class), bot.getBean(Clock.class)));
    }

    /** The settings of a bot. */
    List<String> settings() {
        return List.of(
                "--linekeeper.backend=tenant",
                "--linekeeper.mode=live",
                "--spring.main.allow-bean-definition-overriding=true",
                "--linekeeper.graph.base-url=" + graph);
    }

    /** Each newcomer has voice and the policy, and each write was made once. */
    void assertEnrolledOnce(int newcomers) {
        assertThat(ask("/emulator/people").valueStream())
                .filteredOn(person -> person.path("DisplayName").asString("").startsWith("newcomer"))
                .hasSize(newcomers)
                .allSatisfy(person -> {
                    assertThat(person.path("EnterpriseVoiceEnabled").asBoolean())
                            .isTrue();
                    assertThat(person.path("TeamsSharedCallingRoutingPolicy").toString())
                            .contains("London");
                });
        var counted = ask("/emulator/statistics");
        assertThat(counted.properties())
                .isNotEmpty()
                .allSatisfy(api -> assertThat(total(api.getValue(), "repeatedWrites"))
                        .as(api.getKey())
                        .isZero());
        assertThat(counted.path("powershell")
                        .path("Set-CsPhoneNumberAssignment")
                        .path("writes")
                        .asInt())
                .isEqualTo(newcomers);
    }

    /** How many calls and writes each API has counted. */
    @Override
    public String toString() {
        return ask("/emulator/statistics").properties().stream()
                .map(api -> "%s %d calls, %d writes"
                        .formatted(api.getKey(), total(api.getValue(), "accepted"), total(api.getValue(), "writes")))
                .collect(Collectors.joining("; "));
    }

    private static int total(JsonNode api, String count) {
        return api.valueStream().mapToInt(call -> call.path(count).asInt()).sum();
    }

    private JsonNode ask(String path) {
        try (var http = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(http.send(
                                    HttpRequest.newBuilder(graph.resolve(path)).build(), BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
