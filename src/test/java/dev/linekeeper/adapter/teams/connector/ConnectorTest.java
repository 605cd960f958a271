package dev.linekeeper.adapter.teams.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.teams.cards.CardActivity;
import dev.linekeeper.adapter.teams.connector.ConnectorFailure.ConnectorFailureKind;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.conversation.ConnectorStandIn;
import dev.linekeeper.conversation.ConnectorStandIn.Trouble;
import dev.linekeeper.settings.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How messages get to the channel, and which are sent once more. */
class ConnectorTest {
    private static final ConnectorStandIn TEAMS = ConnectorStandIn.start();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private final List<Duration> slept = new ArrayList<>();
    private final Connector connector = new Connector(
            ServiceUrls.on(Loopback.HOSTS), Optional::empty, CLOCK, new ConversationWaits(CLOCK, slept::add));

    @BeforeEach
    void start() {
        TEAMS.forgetEverything();
    }

    @AfterAll
    static void stop() {
        TEAMS.close();
    }

    private String post() {
        return connector.post(hello(TEAMS.serviceUrl()));
    }

    private void replace() {
        Activity activity = hello(TEAMS.serviceUrl());
        activity.setId("1:7/8");
        connector.replace(activity);
    }

    private static Activity hello(String serviceUrl) {
        var to = new Address(
                Optional.empty(),
                ConversationType.CHANNEL,
                "t",
                "en-GB",
                serviceUrl,
                "msteams",
                "19:abc@thread.tacv2;messageid=1",
                "28:b",
                "29:u");
        return CardActivity.text("hello", to);
    }

    @Test
    void a_message_gets_the_id_the_channel_gives_it() {
        assertThat(post()).isEqualTo(TEAMS.received().getFirst().activityId());
        assertThat(TEAMS.received().getFirst().conversationId()).isEqualTo("19:abc@thread.tacv2;messageid=1");
    }

    @Test
    void a_card_is_replaced_under_its_id() {
        replace();
        assertThat(TEAMS.received()).singleElement().satisfies(sent -> {
            assertThat(sent.method()).isEqualTo("PUT");
            assertThat(sent.activityId()).isEqualTo("1:7/8");
        });
    }

    @Test
    void too_many_requests_are_sent_again_after_the_time_asked_for() {
        TEAMS.next(Trouble.tooManyRequests(2), Trouble.tooManyRequests(3));
        post();
        assertThat(slept).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(TEAMS.received()).hasSize(1);
    }

    @Test
    void a_date_to_retry_after_is_understood_and_without_any_the_wait_grows() {
        TEAMS.next(
                new Trouble(429, Map.of("Retry-After", "Sun, 22 Nov 2026 10:00:09 GMT")),
                Trouble.status(429),
                Trouble.status(429));
        post();
        assertThat(slept.getFirst()).isEqualTo(Duration.ofSeconds(9));
        assertThat(slept.get(1)).isBetween(Duration.ofMillis(2000), Duration.ofMillis(2500));
        assertThat(slept.get(2)).isGreaterThan(slept.get(1));
    }

    @Test
    void patience_ends_after_four_attempts_or_when_too_much_of_it_is_asked_for() {
        TEAMS.next(
                Trouble.tooManyRequests(1),
                Trouble.tooManyRequests(1),
                Trouble.tooManyRequests(1),
                Trouble.tooManyRequests(1));
        assertFails(ConnectorFailureKind.THROTTLED, this::post);
        assertThat(TEAMS.attempts()).isEqualTo(4);

        TEAMS.forgetEverything();
        TEAMS.next(Trouble.tooManyRequests(3600));
        assertFails(ConnectorFailureKind.THROTTLED, this::post);
        assertThat(TEAMS.attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_message_whose_fate_is_unknown_is_not_sent_twice(int status) {
        TEAMS.next(Trouble.status(status));
        assertFails(ConnectorFailureKind.FAILED, this::post);
        assertThat(TEAMS.attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {412, 429, 502, 503, 504})
    void a_replacement_may_be_repeated(int status) {
        TEAMS.next(Trouble.status(status));
        replace();
        assertThat(TEAMS.received()).hasSize(1);
        assertThat(slept).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"403,FORBIDDEN", "401,FORBIDDEN", "404,GONE", "410,GONE", "400,FAILED", "500,FAILED", "302,FAILED"})
    void what_a_refusal_means(int status, ConnectorFailureKind kind) {
        TEAMS.next(Trouble.status(status));
        assertFails(kind, this::post);
    }

    @Test
    void no_connection_is_tried_again_since_nothing_was_sent() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var nowhere = hello("http://127.0.0.1:" + port);
        assertFails(ConnectorFailureKind.FAILED, () -> connector.post(nowhere));
        assertThat(slept).hasSize(3);
    }

    @Test
    void nothing_goes_to_a_service_url_that_is_not_on_the_list() {
        var elsewhere = hello("https://evil.example/");
        assertFails(ConnectorFailureKind.NOT_ALLOWED, () -> connector.post(elsewhere));
    }

    @Test
    void other_messages_to_a_throttled_conversation_wait_too() throws InterruptedException {
        var pace = new ConversationWaits(CLOCK, slept::add);
        pace.holdBack("one", Duration.ofSeconds(5));
        pace.await("other");
        assertThat(slept).isEmpty();
        pace.await("one");
        assertThat(slept).containsExactly(Duration.ofSeconds(5));
    }

    private static void assertFails(ConnectorFailureKind kind, ThrowingCallable sending) {
        assertThatThrownBy(sending)
                .isInstanceOfSatisfying(
                        ConnectorFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
