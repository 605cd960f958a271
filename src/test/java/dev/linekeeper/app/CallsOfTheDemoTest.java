package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.conversation.Chatroom;
import dev.linekeeper.conversation.ConnectorStandIn;
import dev.linekeeper.conversation.Someone;
import dev.linekeeper.conversation.Talk;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.timing.Traced;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * What Graph and Teams PowerShell are asked for one question and for one enrolment. Limits are well above it, so that a gross
 * regression fails and nothing else.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class CallsOfTheDemoTest {
    private static final String GRAPH = "dev.linekeeper.simulator.graph.RecordedCall::<init>";
    private static final String CMDLETS = "dev.linekeeper.simulator.powershell.RecordedCmdlet::<init>";

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
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void a_question_asks_graph_a_few_times_and_powershell_not_at_all() {
        as("adele.vance").says("what's my caller ID").seesCard("the person just now");
        Talk ana = as("ana.ruiz");
        Runnable question = () -> ana.says("what's my caller ID").seesCard("the person just now");
        assertThat(Traced.calls(question, GRAPH))
                .as("calls to Graph for a question, which takes two")
                .hasSizeBetween(1, 6);
        Talk lee = as("lee.chen");
        question = () -> lee.says("what's my caller ID").seesCard("the person just now");
        assertThat(Traced.calls(question, CMDLETS)).isEmpty();
    }

    @Test
    void an_enrolment_takes_few_calls() {
        Talk ana = as("ana.ruiz");
        Talk lee = as("lee.chen");
        ana.says("enrol adele with London because joins the sales desk")
                .presses("Yes")
                .seesCard("Waiting");
        lee.seesCard("joins the sales desk");
        Runnable enrolment = () -> lee.presses("Approve").seesCard("Done", "Approved by Lee Chen");
        assertThat(Traced.calls(enrolment, GRAPH, CMDLETS))
                .as("calls to Graph and PowerShell from the approval on, which takes 23")
                .hasSizeBetween(4, 46);
    }

    private Talk as(String alias) {
        var person = directory.findByPrincipalName(alias + "@contoso.example").orElseThrow();
        return chat.as(Someone.of(person.id().value(), person.displayName()));
    }
}
