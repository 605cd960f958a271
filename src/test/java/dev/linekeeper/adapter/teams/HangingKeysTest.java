package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.conversation.Chatroom;
import dev.linekeeper.conversation.Someone;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The server with the signing keys hangs, and nothing is known of them yet. */
@SpringBootTest(
        classes = {TeamsRoom.class, HangingKeysTest.Azure.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "linekeeper.bot.app-id=" + TokenForge.BOT,
            "linekeeper.bot.tenant-id=" + BotInARoom.CONTOSO,
            "linekeeper.bot.credential=secret",
            "linekeeper.bot.secret=s3cret",
            "linekeeper.bot.allowed-service-urls=127.0.0.1"
        })
class HangingKeysTest extends BotInARoom {
    private static final Someone ANA = Someone.of("aaaaaaaa-0000-0000-0000-000000000001", "Ana");
    private static final OpenIdStandIn OPEN_ID = new OpenIdStandIn();
    private static final TokenCases CASES = new TokenCases(OPEN_ID, CONNECTOR.serviceUrl());

    @Import({PeopleOfContoso.class, TokensTest.Azure.class})
    static class Azure {}

    @DynamicPropertySource
    static void openId(DynamicPropertyRegistry registry) {
        registry.add("linekeeper.bot.openid-metadata", OPEN_ID::metadata);
    }

    @Override
    Chatroom chatroom() {
        return new Chatroom(port, CONNECTOR, CONTOSO, () -> CASES.five().compact());
    }

    @AfterAll
    static void stop() {
        OPEN_ID.close();
    }

    @Test
    void teams_is_told_in_time_to_come_again_and_answered_when_the_keys_are_there() {
        OPEN_ID.hangs(Optional.of(Duration.ofSeconds(1)));
        ObjectNode message = chat.as(ANA).activities().message("hello");
        ObjectNode press =
                chat.as(ANA).activities().execute("help", JsonMapper.shared().createObjectNode(), "1:1");
        for (ObjectNode activity : new ObjectNode[] {message, press, message}) {
            long before = System.nanoTime();
            HttpResponse<String> response = chat.post(activity);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).contains("5");
            assertThat(response.body()).contains("reference").doesNotContain("Exception", "keys");
        }
        assertThat(script.heard()).isEmpty();

        OPEN_ID.hangs(Optional.empty());
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> chat.post(message).statusCode() == 200);
        chat.as(ANA).sees("heard");
    }
}
