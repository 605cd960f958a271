package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.conversation.Chatroom;
import dev.linekeeper.conversation.ConnectorStandIn;
import dev.linekeeper.conversation.Someone;
import dev.linekeeper.conversation.Talk;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Organisation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The main job through {@code POST /api/messages}, the whole application behind it and a connector stand-in before it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class MainJourneyTest {
    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    @Autowired
    private Directory directory;

    @Autowired
    private Organisation organisation;

    private ConnectorStandIn connector;
    private Chatroom chat;

    @DynamicPropertySource
    static void aPlaceOfItsOwn(DynamicPropertyRegistry settings) {
        settings.add("linekeeper.data-folder", data::toString);
        settings.add("spring.datasource.url", () -> "jdbc:h2:file:" + data.resolve("linekeeper"));
    }

    @BeforeEach
    void open() {
        connector = ConnectorStandIn.start();
        chat = new Chatroom(port, connector, organisation.tenantId());
        as("lee.chen").says("hello");
        as("priya.nair").says("hello");
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void an_admin_enrols_someone_another_person_approves_and_it_is_applied_proved_and_undone() {
        Talk ana = as("ana.ruiz");
        Talk lee = as("lee.chen");
        Talk priya = as("priya.nair");
        Talk adele = as("adele.vance");

        adele.says("what's my caller ID").seesCard("cannot call");
        ana.says("check adele").seesCard("Adele Vance", "USR-05", "POL-01");
        ana.says("enrol adele with London because joins the sales desk")
                .seesCard("Adele Vance, Sales?", "Nothing has been sent");
        lee.doesNotSee("Adele");
        ana.presses("Yes").seesCard("Enrol Adele Vance", "Waiting");
        String request = requestShownTo(ana);

        lee.seesCard("Enrol Adele Vance", "joins the sales desk", "Ana Ruiz", "Emergency-UK");
        assertThat(lee.buttons()).contains("Approve");
        ana.says("approve " + request).sees("You may not do that", "approver");

        lee.presses("Approve").seesCard("Done", "Approved by Lee Chen");
        priya.seesCard("Done", "Approved by Lee Chen");
        ana.seesCard("Done", "Approved by Lee Chen");
        adele.seesCard("You can call with Shared Calling");
        adele.says("what's my caller ID").seesCard("+44 20 7946 0100", "London main line");
        adele.says("emergency").seesCard("+44 20 7946 0171");
        ana.says("audit adele").seesCard("Ana Ruiz", "Lee Chen");

        ana.says("undo %s because wrong person".formatted(request)).seesCard("Undo", "Waiting");
        lee.seesCard("Undo", "High")
                .presses("Approve")
                .seesCard(
                        "Enrol Adele Vance in Shared Calling with London",
                        "What is lost",
                        "cannot reach emergency services");
        priya.doesNotSee("1 of 2");
        lee.presses("Yes, approve").seesCard("1 of 2", "Lee Chen approved");
        priya.seesCard("Undo", "1 of 2").presses("Approve").presses("Yes, approve");
        ana.seesCard("Undo", "Done");
        adele.seesCard("You can't call outside numbers from Teams anymore, including emergency numbers", "999 and 112");
        adele.says("what is my caller id").seesCard("cannot call");
    }

    @Test
    void who_asked_cannot_approve_even_as_an_approver() {
        Talk sam = as("sam.okafor");
        sam.says("enrol Alex Weber with Berlin because moves to Berlin").seesCard("Enrol Alex Weber", "Waiting");
        sam.says("approve " + requestShownTo(sam)).sees("You asked for this");
    }

    @Test
    void a_request_is_denied_with_a_reason_that_the_requester_reads() {
        Talk ana = as("ana.ruiz");
        ana.says("enrol megan.bowen@contoso.example with Seattle because new desk")
                .seesCard("Enrol Megan Bowen", "Waiting");
        String request = requestShownTo(ana);
        as("lee.chen")
                .says("deny " + request + " because no budget until spring")
                .sees("no budget until spring");
        ana.seesCard("Denied", "no budget until spring");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "   ",
                "🦄🦄🦄",
                "<script>alert(1)</script>",
                "${1/0} ${$root}",
                "**bold** [link](https://evil.example)",
                "asdfgh qwertz"
            })
    void nonsense_is_answered_and_nothing_breaks(String text) {
        Talk adele = as("adele.vance");
        adele.says("whoami").seesCard("Adele Vance");
        int before = adele.transcript().length();
        adele.says(text);
        await().until(() -> adele.transcript().length() > before);
        adele.doesNotSee("Exception").doesNotSee("dev.linekeeper");
    }

    @Test
    @Requirement("T12")
    void what_people_write_is_never_a_template_a_link_or_a_mention() {
        Talk ana = as("ana.ruiz");
        ana.says("enrol Alex Wilber with Seattle because ${$root} <at>everyone</at> [click](https://evil.example)")
                .seesCard("Enrol Alex Wilber", "everyone", "evil.example");
        assertThat(ana.looksAt().card().orElseThrow().toString())
                .doesNotContain("[click](")
                .doesNotContain("<at>everyone</at>");
    }

    @Test
    void faults_of_the_demo_are_switched_from_this_machine_by_programs_and_not_by_pages() {
        var faults = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/emulator/faults".formatted(port)));
        assertThat(chat.send(faults.copy().build()).statusCode()).isEqualTo(200);
        assertThat(chat.send(faults.copy()
                                .header("Origin", "https://evil.example")
                                .build())
                        .statusCode())
                .isEqualTo(403);
        var wish = "{\"kind\":\"access-denied\",\"path\":\"userConfigurations\",\"times\":0}";
        chat.send(faults.copy()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wish))
                .build());
        as("ingrid.dahl").says("what's my caller ID").sees("Access Denied");
        chat.send(faults.copy().DELETE().build());
        as("ingrid.dahl").says("what's my caller ID").sees("+49 30 23125100");
    }

    private Talk as(String alias) {
        DirectoryEntry person =
                directory.findByPrincipalName(alias + "@contoso.example").orElseThrow();
        return chat.as(Someone.of(person.id().value(), person.displayName()));
    }

    private static String requestShownTo(Talk talk) {
        var number = Pattern.compile("SC-(\\d+)").matcher(talk.looksAt().text());
        assertThat(number.find())
                .as("a request number in %s", talk.looksAt().text())
                .isTrue();
        return number.group(1);
    }
}
