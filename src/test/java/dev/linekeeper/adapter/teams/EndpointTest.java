package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Ask;
import dev.linekeeper.chat.Caller.Place;
import dev.linekeeper.conversation.Chatroom;
import dev.linekeeper.conversation.ConnectorStandIn;
import dev.linekeeper.conversation.Someone;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people say and press, as it arrives and as it is answered. */
@SpringBootTest(classes = TeamsRoom.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EndpointTest {
    private static final ConnectorStandIn CONNECTOR = ConnectorStandIn.start();
    private static final String CONTOSO = "11111111-2222-3333-4444-555555555555";
    private static final Someone ANA = Someone.of("aaaaaaaa-0000-0000-0000-000000000001", "Ana");

    @LocalServerPort
    int port;

    @Autowired
    ScriptedChat script;

    private Chatroom chat;

    @BeforeEach
    void start() {
        CONNECTOR.forgetEverything();
        script.startsOver();
        chat = new Chatroom(port, CONNECTOR, CONTOSO);
    }

    @AfterAll
    static void stop() {
        CONNECTOR.close();
    }

    @Test
    void a_message_is_answered_with_a_card_in_the_same_conversation() {
        chat.as(ANA).says("check adele").seesCard("check adele");

        assertThat(script.lastHeard().caller().id().value()).isEqualTo(ANA.objectId());
        assertThat(script.lastHeard().caller().place()).isEqualTo(Place.PERSONAL);
        assertThat(script.lastHeard().caller().locale()).isEqualTo(Locale.UK);
        assertThat(script.lastHeard().ask()).isEqualTo(new Ask.Said("check adele"));
    }
}
