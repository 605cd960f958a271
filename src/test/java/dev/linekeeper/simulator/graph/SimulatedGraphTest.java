package dev.linekeeper.simulator.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.faults.Fault;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the documentation says of Graph, asked of the emulator without any SDK. */
class SimulatedGraphTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NUMBERS = "/admin/teams/telephoneNumberManagement/numberAssignments";
    private static final String CONFIGURATIONS = "/admin/teams/userConfigurations";
    private final HttpClient http = HttpClient.newHttpClient();
    private final ActiveFaults faults = new ActiveFaults();
    private SimulatedGraph face = open(Delays.AT_ONCE);

    @AfterEach
    void close() {
        face.close();
        http.close();
    }

    @Test
    void both_spellings_of_actions_and_of_operations_are_understood() {
        for (var action : List.of("unassignNumber", "microsoft.graph.teamsAdministration.unassignNumber")) {
            var body = "{\"telephoneNumber\":\"+14255550140\",\"numberType\":\"callingPlan\"}";
            var accepted = post(NUMBERS + "/" + action, body);
            assertThat(accepted.statusCode()).isEqualTo(202);
            assertThat(accepted.body()).isEmpty();
            var location = accepted.headers().firstValue("Location").orElseThrow();
            assertThat(location).startsWith(face.baseUrl() + "/admin/teams/").endsWith("')");
            var id = location.substring(location.indexOf('\'') + 1, location.lastIndexOf('\''));
            assertThat(json(send("GET", URI.create(location), ""))
                            .path("status")
                            .asString())
                    .isEqualTo("succeeded");
            assertThat(json(get("/admin/teams/telephoneNumberManagement/operations/" + id))
                            .path("id")
                            .asString())
                    .isEqualTo(id);
        }
        assertThat(get("/admin/teams/telephoneNumberManagement/operations/unknown")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void pages_follow_absolute_links_and_hold_what_was_asked_for() {
        List<String> ids = new ArrayList<>();
        var next = face.baseUrl() + NUMBERS + "?%24top=2&$select=id";
        var pages = 0;
        while (!next.isEmpty()) {
            var page = json(send("GET", URI.create(next), ""));
            page.path("value").forEach(number -> {
                assertThat(number.propertyNames()).containsExactly("id");
                ids.add(number.path("id").asString());
            });
            next = page.path("@odata.nextLink").asString("");
            assertThat(next)
                    .satisfiesAnyOf(
                            link -> assertThat(link).isEmpty(),
                            link -> assertThat(link).startsWith(face.baseUrl().toString()));
            pages++;
        }
        assertThat(ids)
                .doesNotHaveDuplicates()
                .hasSize(Fabrikam.content().numbers().orElseThrow().size());
        assertThat(pages).isEqualTo((ids.size() + 1) / 2);
        assertThat(get(NUMBERS + "?$top=1001").statusCode()).isEqualTo(400);
    }

    @Test
    void filters_know_eq_and_any() {
        assertThat(numbers("assignmentStatus%20eq%20'policyAssigned'")).containsExactly("+14255550171");
        assertThat(numbers(
                        "capabilities/any(c:c%20eq%20'userAssignment')%20and%20assignmentStatus%20eq%20'unassigned'"))
                .contains("+14255550141")
                .doesNotContain("+14255550110", "+14255550140");
        assertThat(get(NUMBERS + "?$filter=telephoneNumber%20ne%20'1'").statusCode())
                .isEqualTo(400);
        assertThat(get(NUMBERS + "?$filter=city%20eq%20'O''Fallon'%20or%20x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_list_of_configurations_leaves_accounts_out_and_every_list_has_something_new() {
        var listed = json(get(CONFIGURATIONS)).path("value");
        assertThat(listed.findValuesAsString("id"))
                .contains(Fabrikam.ADA.value())
                .doesNotContain(Fabrikam.SEATTLE.value());
        var account = json(get(CONFIGURATIONS + "/" + Fabrikam.SEATTLE.value()));
        assertThat(account.path("value").path("accountType").asString())
                .as("as the page's example shows one object")
                .isEqualTo("resourceAccount");
        assertThat(json(get(CONFIGURATIONS + "/" + Fabrikam.ADA.value())).has("id"))
                .as("and as its text does")
                .isTrue();
        for (var path : List.of(CONFIGURATIONS, NUMBERS, "/users", "/organization", "/subscribedSkus")) {
            assertThat(json(get(path)).path("value")).isNotEmpty().allMatch(entry -> entry.has("memberWeDoNotKnow"));
        }
    }

    @Test
    void members_added_later_are_sent_to_those_who_ask() {
        reopen(Fabrikam.text().replaceFirst("\"accountType\": \"user\"", "\"accountType\": \"ineligibleUser\""));
        var path = CONFIGURATIONS + "/" + Fabrikam.ADA.value();
        assertThat(json(get(path)).path("accountType").asString()).isEqualTo("unknownFutureValue");
        assertThat(json(send("GET", URI.create(face.baseUrl() + path), "", "Prefer", "include-unknown-enum-members"))
                        .path("accountType")
                        .asString())
                .isEqualTo("ineligibleUser");
    }

    @Test
    void nobody_comes_in_without_a_token_and_a_search_needs_its_header() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(face.baseUrl() + "/users")).build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        assertThat(get("/users?$search=%22displayName:ada%22").statusCode()).isEqualTo(400);
    }

    @Test
    void what_does_not_work_with_apps_says_so_as_it_was_seen() {
        assertThat(get("/admin/teams").body()).contains("not supported for AAD accounts");
        assertThat(get("/admin/teams/policy").statusCode()).isEqualTo(400);
        var nested = get("/admin/teams/policy/userAssignments");
        assertThat(nested.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(json(nested).path("error").path("message").asString())
                        .path("code")
                        .asString())
                .isEqualTo("NotFound");
    }

    @Test
    void a_grant_is_accepted_at_once_and_seen_later() throws Exception {
        face.close();
        face = open(new Delays(Duration.ofMillis(300), Duration.ZERO));
        var id = json(get("/admin/teams/policy/getPolicyId(type='TeamsSharedCallingRoutingPolicy',name='sc-sea')"))
                .path("value")
                .path(0)
                .path("policyId")
                .asString();
        var body =
                "{\"value\":[{\"userId\":\"%s\",\"policyType\":\"TeamsSharedCallingRoutingPolicy\",\"policyId\":\"%s\"}]}"
                        .formatted(Fabrikam.BEN, id);
        assertThat(post("/admin/teams/policy/userAssignments/assign", body).statusCode())
                .isEqualTo(204);
        assertThat(get(CONFIGURATIONS + "/" + Fabrikam.BEN).body()).doesNotContain("SC-SEA");
        var deadline = Instant.now().plusSeconds(10);
        while (!get(CONFIGURATIONS + "/" + Fabrikam.BEN).body().contains("SC-SEA")) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
    }

    @Test
    void a_slow_answer_is_the_right_one() {
        faults.set("/users", new Fault.Slow(Duration.ofMillis(200)), 1);
        var start = Instant.now();
        assertThat(get("/users/" + Fabrikam.ADA).body()).contains("Ada Brandt");
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(190));
    }

    private List<String> numbers(String filter) {
        return json(get(NUMBERS + "?$filter=" + filter)).path("value").findValuesAsString("telephoneNumber");
    }

    private SimulatedGraph open(Delays later) {
        return open(Fabrikam.model(), later);
    }

    private SimulatedGraph open(SimulatedTenant tenant, Delays later) {
        return SimulatedGraph.open(tenant, faults, later, Set.of(), Clock.systemUTC(), List.of());
    }

    private void reopen(String tenant) {
        face.close();
        face = open(Fabrikam.model(tenant), Delays.AT_ONCE);
    }

    private HttpResponse<String> get(String path) {
        return send("GET", URI.create(face.baseUrl() + path), "");
    }

    private HttpResponse<String> post(String path, String body) {
        return send("POST", URI.create(face.baseUrl() + path), body);
    }

    private HttpResponse<String> send(String method, URI address, String body, String... headers) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer any")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
