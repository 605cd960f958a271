package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.conversation.Chatroom;
import dev.linekeeper.conversation.ConnectorStandIn;
import dev.linekeeper.conversation.Someone;
import dev.linekeeper.conversation.Talk;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Organisation;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application on the demo tenant, with a data folder of its own and a connector stand-in before it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
public abstract class DemoJourney {
    @TempDir
    protected static Path data;

    @LocalServerPort
    protected int port;

    @Autowired
    Directory directory;

    @Autowired
    private Organisation organisation;

    protected ConnectorStandIn connector;
    protected Chatroom chat;

    @DynamicPropertySource
    static void aPlaceOfItsOwn(DynamicPropertyRegistry settings) {
        settings.add("linekeeper.data-folder", data::toString);
        settings.add("spring.datasource.url", () -> "jdbc:h2:file:" + data.resolve("linekeeper"));
    }

    @BeforeEach
    protected void connect() {
        connector = ConnectorStandIn.start();
        chat = new Chatroom(port, connector, organisation.tenantId());
    }

    @AfterEach
    protected void disconnect() {
        connector.close();
    }

    protected DirectoryEntry entry(String alias) {
        return directory.findByPrincipalName(alias + "@contoso.example").orElseThrow();
    }

    protected Someone someone(String alias) {
        DirectoryEntry person = entry(alias);
        return Someone.of(person.id().value(), person.displayName());
    }

    protected Talk as(String alias) {
        return chat.as(someone(alias));
    }

    protected static String requestShownTo(Talk talk) {
        var number = Pattern.compile("SC-(\\d+)").matcher(talk.looksAt().text());
        assertThat(number.find())
                .as("a request number in %s", talk.looksAt().text())
                .isTrue();
        return number.group(1);
    }
}
