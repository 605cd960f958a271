package dev.linekeeper.adapter.teams;

import dev.linekeeper.conversation.Chatroom;
import dev.linekeeper.conversation.ConnectorStandIn;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A bot in {@link TeamsRoom}, a connector it answers to, and a chatroom; each test finds them as new. */
@SpringBootTest(classes = TeamsRoom.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class BotInARoom {
    static final String CONTOSO = "11111111-2222-3333-4444-555555555555";
    static final ConnectorStandIn CONNECTOR = ConnectorStandIn.start();

    @LocalServerPort
    int port;

    @Autowired
    ScriptedChat script;

    @Autowired
    AddressBook addresses;

    Chatroom chat;

    @BeforeEach
    void enter() {
        addresses.keepsNothing();
        CONNECTOR.forgetEverything();
        script.startsOver();
        chat = chatroom();
    }

    /** Without tokens, as the bot has no identity. */
    Chatroom chatroom() {
        return new Chatroom(port, CONNECTOR, CONTOSO);
    }
}
