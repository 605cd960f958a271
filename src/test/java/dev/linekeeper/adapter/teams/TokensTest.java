package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.nimbusds.jose.jwk.RSAKey;
import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.teams.TokenCases.TokenCase;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.DeliveryLog.KeptActivity;
import dev.linekeeper.conversation.Activities;
import dev.linekeeper.conversation.Chatroom;
import dev.linekeeper.conversation.Someone;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.RefusedRequests;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** A bot with an identity: which tokens it takes, and which it sends. */
@SpringBootTest(
        classes = {TeamsRoom.class, TokensTest.Azure.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "linekeeper.bot.app-id=" + TokenForge.BOT,
            "linekeeper.bot.tenant-id=" + TokensTest.CONTOSO,
            "linekeeper.bot.credential=secret",
            "linekeeper.bot.secret=s3cret",
            "linekeeper.bot.allowed-service-urls=127.0.0.1"
        })
@ExtendWith(OutputCaptureExtension.class)
class TokensTest extends BotInARoom {
    private static final Someone ANA = Someone.of("aaaaaaaa-0000-0000-0000-000000000001", "Ana");
    private static final Someone GUEST = Someone.of("eeeeeeee-0000-0000-0000-000000000009", "Guest");

    private static final OpenIdStandIn OPEN_ID = new OpenIdStandIn();
    private static final TokenCases CASES = new TokenCases(OPEN_ID, CONNECTOR.serviceUrl());

    @Autowired
    private RefusedRequests refused;

    @Autowired
    private OpenedStore records;

    @Import(PeopleOfContoso.class)
    static class Azure {
        @Bean(TeamsConfiguration.BOT_CREDENTIAL)
        TokenCredential credential() {
            return wanted -> Mono.just(new AccessToken(
                    "ours-for-" + wanted.getScopes().getFirst(),
                    OffsetDateTime.now().plusHours(1)));
        }
    }

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

    static Stream<Arguments> table() {
        return CASES.all();
    }

    @ParameterizedTest
    @MethodSource("table")
    @Requirement("T6")
    void a_token_is_answered_as_the_table_says(TokenCase row, CapturedOutput log) {
        ObjectNode activity = message(ANA);
        row.change().accept(activity);
        HttpResponse<String> response = post(row.authorization(), activity);

        assertThat(response.statusCode()).isEqualTo(row.status());
        if (row.status() == 200) {
            assertThat(script.heard()).hasSize(1);
            return;
        }
        assertThat(log.getOut()).containsPattern("reason=\"[^\"]*(" + row.why() + ")");
        assertThat(response.headers().firstValue("WWW-Authenticate").isPresent())
                .isEqualTo(row.status() == 401);
        assertThat(response.body()).contains("reference").doesNotContain("Exception", "Jwt", "must", "endorsed");
        assertNothingHappened();
    }

    @Test
    @Requirement({"T8", "T26"})
    void a_flood_without_a_good_token_is_one_record_a_reason_and_has_no_token() {
        refused.record();
        int before = records.audited().size();
        for (int i = 0; i < 40; i++) {
            post(List.of("Bearer a.b." + i), message(ANA));
        }
        post(List.of(), message(ANA));
        post(List.of("Bearer a.b.c", CASES.five().bearer()), message(ANA));
        get("/wp-login.php");
        assertThat(records.audited()).as("nothing is written meanwhile").hasSize(before);

        refused.record();
        refused.record();

        var noted = records.audited().subList(before, records.audited().size());
        assertThat(noted)
                .extracting(
                        record -> record.entry().action(),
                        record -> record.entry().details().get("why"),
                        record -> record.entry().details().get("requests"))
                .containsExactly(
                        tuple(Action.REFUSED, "NO_TOKEN", "1"),
                        tuple(Action.REFUSED, "AUTHORIZATION_MALFORMED", "1"),
                        tuple(Action.REFUSED, "TOKEN_NOT_GOOD", "40"));
        assertThat(noted)
                .noneMatch(record ->
                        record.payload().contains("a.b.") || record.payload().contains("hello"));
    }

    @Test
    void nobody_who_invents_keys_keeps_a_new_one_out() {
        for (int i = 0; i < 4; i++) {
            String invented = TokenForge.five(OpenIdStandIn.key("invented" + i), CONNECTOR.serviceUrl())
                    .bearer();
            assertThat(post(List.of(invented), message(ANA)).statusCode()).isEqualTo(401);
        }
        RSAKey fresh = OPEN_ID.publish("fresh", Optional.of(List.of("msteams")));

        String genuine = TokenForge.five(fresh, CONNECTOR.serviceUrl()).bearer();
        assertThat(post(List.of(genuine), message(ANA)).statusCode()).isEqualTo(200);
    }

    private void assertNothingHappened() {
        assertThat(script.heard()).isEmpty();
        assertThat(CONNECTOR.received()).isEmpty();
    }

    @Test
    void a_good_token_is_served_and_the_reply_carries_ours() {
        chat.as(ANA).says("hello").seesCard("heard");

        assertThat(chat.as(ANA).looksAt().authorization())
                .isEqualTo("Bearer ours-for-https://api.botframework.com/.default");
    }

    @Test
    void what_was_kept_without_a_token_for_its_service_url_is_not_answered_later() {
        for (String serviceUrl : List.of("", "https://smba.trafficmanager.net/teams/")) {
            addresses.keep(
                    new KeptActivity(serviceUrl, message(ANA).toString(), serviceUrl, Instant.now()), Instant.now());
        }
        await().untilAsserted(() -> assertThat(addresses.kept()).isEmpty());
        assertNothingHappened();

        addresses.keep(
                new KeptActivity("good", message(ANA).toString(), CONNECTOR.serviceUrl(), Instant.now()),
                Instant.now());
        chat.as(ANA).sees("heard");
    }

    @Test
    void who_has_left_meanwhile_is_not_answered_as_a_member() {
        addresses.keep(
                new KeptActivity("guest", message(GUEST).toString(), CONNECTOR.serviceUrl(), Instant.now()),
                Instant.now());
        chat.as(GUEST).sees("members of this organisation");
        assertThat(script.heard()).isEmpty();
    }

    @Test
    void who_is_mentioned_is_called_as_the_directory_does_the_roster_s_person() {
        CONNECTOR.knows("29:lee", "aaaaaaaa-0000-0000-0000-000000000007");
        ObjectNode message = message(ANA).put("text", "check <at>Lee</at>");
        message.putArray("entities")
                .addObject()
                .put("type", "mention")
                .put("text", "<at>Lee</at>")
                .putObject("mentioned")
                .put("id", "29:lee")
                .put("name", "Lee");
        chat.post(message);
        assertThat(script.lastHeard().ask())
                .isEqualTo(new ChatInput.TypedText("check aaaaaaaa-0000-0000-0000-000000000007@contoso.example"));
    }

    @Test
    @Requirement("T6")
    void the_token_comes_before_the_body() {
        assertThat(post(List.of(), "{").statusCode()).isEqualTo(401);
        assertThat(post(List.of("Bearer garbage"), "{").statusCode()).isEqualTo(401);
        assertThat(post(List.of(CASES.five().bearer()), "{").statusCode()).isEqualTo(400);
    }

    @Test
    void a_token_in_the_address_does_not_count() {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/messages?access_token=%s"
                        .formatted(port, CASES.five().compact())))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message(ANA).toString()))
                .build();
        assertThat(chat.send(request).statusCode()).isEqualTo(401);
    }

    @Test
    void somebody_the_directory_does_not_know_as_a_member_is_turned_away() {
        chat.as(GUEST).says("approve 1042").sees("members of this organisation");
        assertThat(script.heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/playground/personas",
                "/connector/v3/conversations",
                "/actuator/env",
                "/.well-known/oauth-protected-resource",
                "/.well-known/oauth-protected-resource/api/messages",
                "/error",
                "/index.html"
            })
    @Requirement("T6")
    void there_is_no_playground_and_no_other_door(String path) {
        assertThat(get(path).statusCode()).isIn(401, 403, 404);
    }

    @Test
    @Requirement("T35")
    void health_is_open_and_metrics_are_for_this_machine() {
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(200);
        var passedOn = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(port)))
                .header("X-Forwarded-For", "203.0.113.7")
                .build();
        assertThat(chat.send(passedOn).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/privacy", "/terms"})
    void the_pages_of_the_app_package_are_open(String path) {
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(get(path).body()).contains("<section lang=\"de\">", "<section lang=\"fr\">");
    }

    private HttpResponse<String> get(String path) {
        return chat.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build());
    }

    private HttpResponse<String> post(List<String> authorization, Object body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/messages".formatted(port)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        authorization.forEach(value -> request.header("Authorization", value));
        return chat.send(request.build());
    }

    private static ObjectNode message(Someone from) {
        return new Activities(CONNECTOR.serviceUrl(), CONTOSO, from, "personal").message("hello");
    }
}
