package dev.linekeeper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.app.LinekeeperApplication;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Addresses;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Organisation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two approvers are asked, one leaves the group, the other decides: no card of the one who left still offers to. */
@SpringBootTest(classes = LinekeeperApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ApproverWhoLeftTest {
    private static final ConnectorStandIn CONNECTOR = ConnectorStandIn.start();

    /** One that was posted in the moment of a kill, so that the bot does not know it. */
    private static final String LOST = "1:posted-and-not-noted";

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    @Autowired
    private Directory directory;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Roles roles;

    @Autowired
    private Addresses addresses;

    @Autowired
    private AuditTrail trail;

    private Chatroom chat;

    @DynamicPropertySource
    static void aPlaceOfItsOwn(DynamicPropertyRegistry settings) {
        settings.add("linekeeper.data-folder", data::toString);
        settings.add("spring.datasource.url", () -> "jdbc:h2:file:" + data.resolve("linekeeper"));
    }

    @Test
    @Requirement({"T1", "T23"})
    void their_card_shows_the_state_without_buttons_by_update_and_by_refresh() {
        chat = new Chatroom(port, CONNECTOR, organisation.tenantId());
        Talk lee = as("lee.chen").says("hello");
        Talk priya = as("priya.nair").says("hello");
        Talk nobody = as("megan.bowen").says("hello");
        Talk ana = as("ana.ruiz");
        ana.says("enrol Alex Weber with Berlin because moves to Berlin").seesCard("Enrol Alex Weber", "Waiting");
        assertThat(lee.seesCard("Enrol Alex Weber").buttons()).contains("Approve");
        RequestId request = RequestId.parse(
                        lee.looksAt().card().orElseThrow().toString().replaceAll("(?s).*?(SC-\\d+).*", "$1"))
                .orElseThrow();

        leavesTheApprovers("lee.chen");
        priya.presses("Approve").seesCard("Enrol Alex Weber", "Done");

        lee.seesCard("Enrol Alex Weber", "Done", "Approved by Priya Nair");
        assertThat(lee.buttons()).as("updated").doesNotContain("Approve", "Deny");

        JsonNode shown = refreshed(lee, request, LOST);
        assertThat(shown.path("statusCode").asInt()).isEqualTo(200);
        assertThat(shown.toString())
                .contains("Enrol Alex Weber", "Done")
                .doesNotContain("\"approve\"", "\"deny\"", "nonce");
        assertThat(addresses.copies(request.toString()))
                .as("follows from now on")
                .anyMatch(copy -> copy.activityId().equals(LOST));

        String neutral = refreshed(nobody, request, LOST).toString();
        assertThat(neutral)
                .contains(request.toString(), "no longer yours to decide", "Done")
                .doesNotContain("Alex", "Priya", "Ana", "Berlin", "nonce", "Or type");
        assertThat(refreshed(nobody, request, LOST).toString())
                .as("however often")
                .doesNotContain("Alex");
        assertThat(refreshed(nobody, new RequestId(9999), "1:none").toString()).contains("404");

        assertThat(trail.of(request)).noneMatch(record -> record.entry().action() == Action.REFUSED);
        assertThat(trail.of(id("lee.chen"), 50))
                .noneMatch(record -> record.entry().action() == Action.REFUSED);
    }

    private void leavesTheApprovers(String alias) {
        var faults = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/emulator/faults".formatted(port)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"kind\": \"lost-approver\", \"person\": \"%s@contoso.example\"}".formatted(alias)))
                .build();
        assertThat(chat.send(faults).statusCode()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !roles.of(id(alias)).contains(Role.APPROVER));
    }

    /** What a client is answered that asks by itself for the newest state of a card. */
    private JsonNode refreshed(Talk talk, RequestId request, String card) {
        ObjectNode press = talk.activities()
                .execute("request", JsonMapper.shared().createObjectNode().put("request", request.toString()), card);
        ((ObjectNode) press.path("value")).put("trigger", "automatic");
        return JsonMapper.shared().readTree(chat.post(press).body());
    }

    private UserId id(String alias) {
        return directory
                .findByPrincipalName(alias + "@contoso.example")
                .map(DirectoryEntry::id)
                .orElseThrow();
    }

    private Talk as(String alias) {
        DirectoryEntry person =
                directory.findByPrincipalName(alias + "@contoso.example").orElseThrow();
        return chat.as(Someone.of(person.id().value(), person.displayName()));
    }
}
