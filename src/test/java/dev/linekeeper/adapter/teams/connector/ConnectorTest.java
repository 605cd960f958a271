package dev.linekeeper.adapter.teams.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.entra.RenewableToken;
import dev.linekeeper.adapter.teams.cards.CardActivity;
import dev.linekeeper.adapter.teams.connector.ConnectorFailure.ConnectorFailureKind;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.conversation.ConnectorStandIn;
import dev.linekeeper.conversation.ConnectorStandIn.Trouble;
import dev.linekeeper.conversation.Received;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.settings.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** How messages get to the channel, and which are sent once more. */
class ConnectorTest {
    private static final ConnectorStandIn TEAMS = ConnectorStandIn.start();
    private final ManualTime time = new ManualTime();
    private Connector connector = new Connector(
            ServiceUrls.on(Loopback.HOSTS),
            Optional.empty(),
            time,
            new ConversationPace(time, time),
            Throttles.in(time));

    /** A connector whose tokens are these, each until it is refused; none is left when they are used up. */
    private Connector connector(List<String> tokens) {
        return new Connector(
                ServiceUrls.on(Loopback.HOSTS),
                Optional.of(token(new ArrayDeque<>(tokens))),
                time,
                new ConversationPace(time, time),
                Throttles.in(time));
    }

    private static RenewableToken token(ArrayDeque<String> tokens) {
        TokenCredential cached = _ -> Mono.just(new AccessToken(tokens.getFirst(), OffsetDateTime.MAX));
        return new RenewableToken(cached, "scope", () -> {
            tokens.removeFirst();
            return cached;
        });
    }

    @BeforeEach
    void start() {
        TEAMS.forgetEverything();
    }

    @AfterAll
    static void stop() {
        TEAMS.close();
    }

    private String post() {
        return connector.post(hello(TEAMS.serviceUrl()), Urgency.REPLY);
    }

    private void replace() {
        Activity activity = hello(TEAMS.serviceUrl());
        activity.setId("1:7/8");
        connector.replace(activity, Urgency.REPLY);
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
    void typing_neither_waits_nor_is_sent_again() {
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(() -> {
                        for (int j = 0; j < 9; j++) {
                            connector.post(hello(TEAMS.serviceUrl()), Urgency.PASSING);
                        }
                    })
                    .isInstanceOf(ConnectorFailure.class);
        }
        assertThat(TEAMS.attempts()).isEqualTo(3);
        time.passes(Duration.ofSeconds(30));
        TEAMS.next(Trouble.status(502));
        assertFails(ConnectorFailureKind.UNAVAILABLE, () -> connector.post(hello(TEAMS.serviceUrl()), Urgency.PASSING));
        assertThat(time.waits()).isEmpty();
    }

    @Test
    @Requirement("T19")
    void too_many_requests_are_sent_again_after_the_time_asked_for() {
        TEAMS.next(Trouble.tooManyRequests(2), Trouble.tooManyRequests(3));
        post();
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(TEAMS.received()).hasSize(1);
    }

    @Test
    void a_date_to_retry_after_is_understood_and_without_any_the_wait_grows() {
        TEAMS.next(
                new Trouble(429, Map.of("Retry-After", "Mon, 23 Nov 2026 08:00:09 GMT"), ""),
                Trouble.status(429),
                Trouble.status(429));
        post();
        assertThat(time.waits().getFirst()).isEqualTo(Duration.ofSeconds(9));
        assertThat(time.waits().get(1)).isBetween(Duration.ofMillis(2000), Duration.ofMillis(2500));
        assertThat(time.waits().get(2)).isGreaterThan(time.waits().get(1));
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
    @ValueSource(ints = {500, 504})
    void a_message_whose_fate_is_unknown_is_not_sent_twice(int status) {
        TEAMS.next(Trouble.status(status));
        assertFails(ConnectorFailureKind.UNKNOWN, this::post);
        assertThat(TEAMS.attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503})
    @Requirement("T19")
    void a_message_that_a_gateway_could_not_pass_on_is_sent_once_more(int status) {
        TEAMS.next(Trouble.status(status));
        post();
        assertThat(TEAMS.received()).hasSize(1);

        TEAMS.forgetEverything();
        TEAMS.next(Trouble.status(status), Trouble.status(status));
        assertFails(ConnectorFailureKind.UNAVAILABLE, this::post);
        assertThat(TEAMS.attempts()).isEqualTo(2);
    }

    @Test
    void a_token_that_is_refused_is_replaced_once_whatever_is_sent() {
        connector = connector(List.of("old", "new", "newest", "last"));
        TEAMS.next(Trouble.status(401));
        post();
        TEAMS.next(Trouble.status(401));
        replace();
        assertThat(TEAMS.received()).extracting(Received::authorization).containsExactly("Bearer new", "Bearer newest");

        TEAMS.forgetEverything();
        TEAMS.next(Trouble.status(401), Trouble.status(401));
        assertFails(ConnectorFailureKind.UNAUTHORISED, this::post);
        assertThat(TEAMS.attempts()).isEqualTo(2);
    }

    @Test
    void messages_refused_together_ask_for_one_new_token() {
        var tokens = new ArrayDeque<>(List.of("old", "new", "newest"));
        var token = token(tokens);
        assertThat(token.insteadOf("old")).isEqualTo("new");
        assertThat(token.insteadOf("old")).isEqualTo("new");
        assertThat(tokens).containsExactly("new", "newest");
    }

    @Test
    void without_a_token_nothing_is_sent_and_the_message_says_so() {
        connector = connector(List.of());
        assertFails(ConnectorFailureKind.UNAUTHORISED, this::post);
        assertThat(TEAMS.attempts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {412, 429, 502, 503, 504})
    @Requirement("T19")
    void a_replacement_may_be_repeated(int status) {
        TEAMS.next(Trouble.status(status));
        replace();
        assertThat(TEAMS.received()).hasSize(1);
        assertThat(time.waits()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "403,FORBIDDEN",
        "401,UNAUTHORISED",
        "404,GONE",
        "410,GONE",
        "413,TOO_LARGE",
        "400,REFUSED",
        "500,UNKNOWN",
        "302,UNKNOWN"
    })
    void what_a_refusal_means(int status, ConnectorFailureKind kind) {
        TEAMS.next(Trouble.status(status));
        assertFails(kind, this::post);
    }

    @ParameterizedTest
    @CsvSource({
        "403,ConversationBlockedByUser,BLOCKED",
        "403,MessageWritesBlocked,BLOCKED",
        "403,BotNotInConversationRoster,REMOVED",
        "404,BotNotInConversationRoster,REMOVED",
        "403,ForbiddenOperationException,REMOVED",
        "404,ConversationNotFound,REMOVED",
        "404,ActivityNotFoundInConversation,GONE",
        "403,BotDisabledByAdmin,FORBIDDEN",
        "403,InvalidBotApiHost,FORBIDDEN",
        "403,NotEnoughPermissions,FORBIDDEN",
        "401,BotNotRegistered,UNAUTHORISED",
        "400,MessageSizeTooBig,TOO_LARGE",
        "400,BadSyntax,REFUSED"
    })
    void what_a_code_means(int status, String code, ConnectorFailureKind kind) {
        TEAMS.next(Trouble.code(status, code));
        assertFails(kind, this::post);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"MessageWritesBlocked\"}",
                "{\"errorCode\":209,\"message\":\"{\\r\\n  \\\"subCode\\\": \\\"MessageWritesBlocked\\\"\\r\\n}\"}",
                "MessageWritesBlocked"
            })
    void a_code_counts_wherever_the_answer_has_it(String body) {
        TEAMS.next(new Trouble(403, Map.of(), body));
        assertFails(ConnectorFailureKind.BLOCKED, this::post);
    }

    @Test
    void no_connection_is_tried_again_since_nothing_was_sent() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var nowhere = hello("http://127.0.0.1:" + port);
        assertFails(ConnectorFailureKind.NO_CONNECTION, () -> connector.post(nowhere, Urgency.REPLY));
        assertThat(time.waits()).hasSize(3);
    }

    @Test
    @Requirement("T9")
    void nothing_goes_to_a_service_url_that_is_not_on_the_list() {
        var elsewhere = hello("https://evil.example/");
        assertFails(ConnectorFailureKind.NOT_ALLOWED, () -> connector.post(elsewhere, Urgency.REPLY));
    }

    @ParameterizedTest
    @ValueSource(ints = {412, 429, 502, 503, 504})
    void a_queued_message_is_tried_once_and_comes_back_by_itself(int status) {
        TEAMS.next(Trouble.status(status));
        assertThatThrownBy(() -> connector.post(hello(TEAMS.serviceUrl()), Urgency.QUEUED))
                .isInstanceOf(ConnectorFailure.class);
        assertThat(TEAMS.attempts()).isEqualTo(1);
    }

    @Test
    void how_long_teams_asks_to_wait_is_passed_on() {
        TEAMS.next(Trouble.tooManyRequests(40));
        assertThatThrownBy(() -> connector.post(hello(TEAMS.serviceUrl()), Urgency.QUEUED))
                .isInstanceOfSatisfying(
                        ConnectorFailure.class,
                        failure -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(40)));
    }

    @Test
    void an_answer_that_asks_for_no_wait_is_no_reason_to_send_more_often() {
        var busy = new Trouble(503, Map.of("Retry-After", "0"), "");
        TEAMS.next(busy, busy);
        assertFails(ConnectorFailureKind.UNAVAILABLE, this::post);
        assertThat(TEAMS.attempts()).isEqualTo(2);
    }

    @Test
    @Requirement("T9")
    void a_message_goes_nowhere_else_whatever_the_answer_says() {
        TEAMS.next(new Trouble(307, Map.of("Location", TEAMS.serviceUrl() + "v3/conversations/c/activities"), ""));
        assertFails(ConnectorFailureKind.UNKNOWN, this::post);
        assertThat(TEAMS.attempts()).isEqualTo(1);
    }

    @Test
    void who_is_interrupted_no_longer_waits_for_an_answer() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var waiting = hello("http://127.0.0.1:" + silent.getLocalPort());
            var outcome = new CompletableFuture<ConnectorFailureKind>();
            Thread sending = Thread.startVirtualThread(() -> {
                try {
                    connector.post(waiting, Urgency.REPLY);
                } catch (ConnectorFailure failure) {
                    outcome.complete(failure.kind());
                }
            });
            silent.accept().getInputStream().read();
            sending.interrupt();
            assertThat(outcome).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(ConnectorFailureKind.UNKNOWN);
        }
    }

    @Test
    void a_connection_that_the_other_side_has_closed_since_costs_no_message() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var served = new AtomicInteger();
            Thread.startVirtualThread(() -> {
                while (!server.isClosed()) {
                    try (var connection = server.accept()) {
                        var request = connection.getInputStream();
                        do {
                            request.read(new byte[8 * 1024]); // the message comes in one piece or two
                            Thread.sleep(50);
                        } while (request.available() > 0);
                        served.incrementAndGet();
                        connection
                                .getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}"
                                        .getBytes(US_ASCII));
                    } catch (IOException | InterruptedException closed) {
                        return;
                    }
                }
            });
            var message = hello("http://127.0.0.1:" + server.getLocalPort());
            connector.post(message, Urgency.REPLY);
            Thread.sleep(300);
            assertThat(connector.post(message, Urgency.REPLY)).isEqualTo("1");
            assertThat(served).hasValue(2);
            assertThat(time.waits()).isEmpty();
        }
    }

    private static void assertFails(ConnectorFailureKind kind, ThrowingCallable sending) {
        assertThatThrownBy(sending)
                .isInstanceOfSatisfying(
                        ConnectorFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
