package dev.linekeeper.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.WireJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Row P19 of the findings: the simulated cmdlets print the properties of the real ones, and fail as these do. */
class SimulatedShapesTest {
    /** What is on Microsoft's pages and not in the record of shapes, and what readers must not stumble over. */
    private static final Set<String> NEWER =
            Set.of("EnableSpendLimits", "CallingSpendUserLimit", "PropertyWeDoNotKnow");

    private static JsonNode shapes;
    private static Simulator simulator;
    private static HttpClient http;
    private static String session;

    @BeforeAll
    static void open() throws Exception {
        shapes = WireJson.parse(Files.readString(Path.of("src/test/resources/powershell/teams-shapes.json")));
        var fabrikam = WireJson.parse(Fabrikam.text());
        ((ObjectNode) fabrikam.path("policies"))
                .putArray("TeamsCallingPolicy")
                .addObject()
                .put("Identity", "Global")
                .put("PreventTollBypass", false);
        simulator = Simulator.open(Fabrikam.model(fabrikam.toString()), Fabrikam.AT_ONCE, Clock.systemUTC());
        http = HttpClient.newHttpClient();
        session =
                ask("Connect-MicrosoftTeams", WireJson.object()).path("session").asString();
    }

    @AfterAll
    static void close() {
        http.close();
        simulator.close();
    }

    static Stream<String> cmdlets() throws IOException {
        return WireJson.parse(Files.readString(Path.of("src/test/resources/powershell/teams-shapes.json")))
                .propertyNames()
                .stream()
                .filter(name -> name.startsWith("Get-"))
                .filter(name -> !name.equals("Get-CsTenant"));
    }

    @ParameterizedTest
    @MethodSource("cmdlets")
    void a_cmdlet_prints_documented_properties_of_the_documented_types(String shape) throws Exception {
        var documented = shapes.path(shape).path("properties");
        assertThat(printed(shape)).as(shape).isNotEmpty().allSatisfy(object -> {
            assertThat(documented.propertyNames()).containsAll(without(object));
            object.properties().stream()
                    .filter(property -> documented.has(property.getKey()))
                    .filter(property -> !property.getValue().isNull())
                    .forEach(property -> assertThat(type(property.getValue()))
                            .as(property.getKey())
                            .isEqualTo(documented
                                    .path(property.getKey())
                                    .path("type")
                                    .asString()));
        });
    }

    @Test
    void numbers_have_their_columns_people_their_policies_and_grants_to_groups_a_priority() throws Exception {
        assertThat(printed("Get-CsPhoneNumberAssignment"))
                .allSatisfy(number -> assertThat(number.propertyNames())
                        .contains("ActivationState", "AssignmentCategory", "CivicAddressId", "LocationId", "Tag")
                        .hasSizeGreaterThan(14));
        assertThat(printed("Get-CsOnlineUser -Identity"))
                .allSatisfy(person -> assertThat(person.propertyNames())
                        .containsAll(Arrays.stream(PolicyKind.values())
                                .map(PolicyKind::type)
                                .toList()));
        assertThat(printed("Get-CsGroupPolicyAssignment"))
                .allSatisfy(grant ->
                        assertThat(grant.propertyNames()).contains("Priority").doesNotContain("Rank"));
    }

    /** A policy or person nobody knows is told in words alone; a status comes with the words of an undeclared answer. */
    @Test
    void errors_are_made_as_the_modules_are() throws Exception {
        var policy = ask(
                        "Grant-CsTeamsCallingPolicy",
                        WireJson.object().put("Identity", Fabrikam.ADA.value()).put("PolicyName", "No such"))
                .path("error");
        assertThat(policy.path("message").asString()).isEqualTo("[ClientError] : \"No such\" not found");
        assertThat(policy.path("status").asInt()).isZero();
        var person = ask("Get-CsOnlineUser", WireJson.object().put("Identity", "nobody"))
                .path("error");
        assertThat(person.path("message").asString()).isEqualTo("Management object not found for identity \"nobody\".");
        assertThat(person.path("status").asInt()).isZero();
    }

    private static Set<String> without(JsonNode object) {
        var copy = ((ObjectNode) object).deepCopy();
        copy.remove(NEWER);
        return Set.copyOf(copy.propertyNames());
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
            case NULL, MISSING, BINARY -> "none";
        };
    }

    private static Stream<JsonNode> stream(String cmdlet, Map<String, ?> parameters) throws Exception {
        var sent = WireJson.object();
        parameters.forEach((name, value) -> sent.put(name, String.valueOf(value)));
        return ask(cmdlet, sent).path("result").valueStream();
    }

    private static List<JsonNode> printed(String shape) throws Exception {
        var accounts = stream("Get-CsOnlineUser", Map.of("AccountType", "ResourceAccount"))
                .toList();
        return switch (shape) {
            case "Get-CsOnlineUser -Identity" -> of("Get-CsOnlineUser", Fabrikam.ADA.value());
            case "Get-CsOnlineUser -AccountType ResourceAccount" -> accounts;
            case "Get-CsUserPolicyAssignment" -> of(shape, Fabrikam.ADA.value());
            case "Get-CsOnlineApplicationInstanceAssociation" ->
                of(shape, accounts.getFirst().path("Identity").asString());
            default -> stream(shape, Map.of()).toList();
        };
    }

    private static List<JsonNode> of(String cmdlet, String identity) throws Exception {
        return stream(cmdlet, Map.of("Identity", identity)).toList();
    }

    private static JsonNode ask(String cmdlet, ObjectNode parameters) throws IOException, InterruptedException {
        var request = WireJson.object().put("cmdlet", cmdlet).put("session", session);
        request.set("parameters", parameters);
        return WireJson.parse(http.send(
                        HttpRequest.newBuilder(simulator.cmdlets())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(request.toString()))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }
}
