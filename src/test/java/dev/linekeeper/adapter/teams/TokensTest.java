package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.linekeeper.conversation.Activities;
import dev.linekeeper.conversation.Chatroom;
import dev.linekeeper.conversation.ConnectorStandIn;
import dev.linekeeper.conversation.Someone;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
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
            "linekeeper.bot.app-id=" + TokensTest.BOT,
            "linekeeper.bot.tenant-id=" + TokensTest.CONTOSO,
            "linekeeper.bot.credential=secret",
            "linekeeper.bot.secret=s3cret",
            "linekeeper.bot.allowed-service-urls=127.0.0.1"
        })
class TokensTest {
    static final String BOT = "b0000000-0000-0000-0000-00000000b070";
    static final String CONTOSO = "11111111-2222-3333-4444-555555555555";
    private static final String ISSUER = "https://api.botframework.com";
    private static final String FABRIKAM = "99999999-2222-3333-4444-555555555555";
    private static final Someone ANA = Someone.of("aaaaaaaa-0000-0000-0000-000000000001", "Ana");
    private static final Someone GUEST = Someone.of("eeeeeeee-0000-0000-0000-000000000009", "Guest");

    private static final ConnectorStandIn CONNECTOR = ConnectorStandIn.start();
    private static final OpenIdStandIn OPEN_ID = new OpenIdStandIn();
    private static final RSAKey GOOD = OPEN_ID.publish("good", Optional.of(List.of("msteams", "webchat")));
    private static final RSAKey OTHER_CHANNEL = OPEN_ID.publish("web", Optional.of(List.of("webchat")));
    private static final RSAKey UNENDORSED = OPEN_ID.publish("bare", Optional.empty());
    private static final RSAKey STOLEN_NAME = OpenIdStandIn.key("good");
    private static final RSAKey UNKNOWN = OpenIdStandIn.key("unknown");

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

    @LocalServerPort
    int port;

    @Autowired
    ScriptedChat script;

    private Chatroom chat;

    @BeforeEach
    void start() {
        CONNECTOR.forgetEverything();
        script.startsOver();
        chat = new Chatroom(port, CONNECTOR, CONTOSO, TokensTest::good);
    }

    @AfterAll
    static void stop() {
        CONNECTOR.close();
        OPEN_ID.close();
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                refused("none", ""),
                refused("no bearer", "Bearer"),
                refused("an empty bearer", "Bearer "),
                refused("garbage", "Bearer garbage"),
                refused("two dots", "Bearer a.b.c"),
                refused("another scheme", "Basic " + Base64.getEncoder().encodeToString("bot:s3cret".getBytes())),
                refused(
                        "for another bot",
                        signed(GOOD, claims -> claims.audience(UUID.randomUUID().toString()))),
                refused("for us and another bot", signed(GOOD, claims -> claims.audience(List.of(BOT, "other")))),
                refused("for nobody", signed(GOOD, claims -> claims.audience((String) null))),
                refused("of another issuer", signed(GOOD, claims -> claims.issuer("https://evil.example"))),
                refused("of an issuer that looks like ours", signed(GOOD, claims -> claims.issuer(ISSUER + "/"))),
                refused("of no issuer", signed(GOOD, claims -> claims.issuer(null))),
                refused(
                        "of the emulator",
                        signed(
                                GOOD,
                                claims -> claims.issuer("https://login.microsoftonline.com/" + CONTOSO + "/v2.0"))),
                refused(
                        "of a user of ours",
                        signed(
                                GOOD,
                                claims -> claims.issuer("https://sts.windows.net/" + CONTOSO + "/")
                                        .claim("oid", ANA.objectId()))),
                refused(
                        "of another bot, as a skill",
                        signed(
                                UNKNOWN,
                                claims -> claims.issuer("https://sts.windows.net/" + FABRIKAM + "/")
                                        .claim("appid", "another-bot")
                                        .claim("ver", "1.0"))),
                refused("expired", signed(GOOD, claims -> claims.expirationTime(in(-360)))),
                refused("without an end", signed(GOOD, claims -> claims.expirationTime(null))),
                refused("not valid yet", signed(GOOD, claims -> claims.notBeforeTime(in(600)))),
                refused(
                        "issued tomorrow",
                        signed(GOOD, claims -> claims.issueTime(in(86_400)).expirationTime(in(90_000)))),
                refused("of an unknown key", signed(UNKNOWN, _ -> {})),
                refused("of an unknown key, again", signed(OpenIdStandIn.key("unknown-too"), _ -> {})),
                refused("of a key under a good one's name", signed(STOLEN_NAME, _ -> {})),
                refused("of a key endorsed for another channel", signed(OTHER_CHANNEL, _ -> {})),
                refused("of a key endorsed for nothing", signed(UNENDORSED, _ -> {})),
                refused("without the key's name", header(new JWSHeader.Builder(JWSAlgorithm.RS256))),
                refused(
                        "with a key of its own",
                        header(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("good")
                                        .jwk(STOLEN_NAME.toPublicJWK()),
                                STOLEN_NAME)),
                refused(
                        "with keys elsewhere",
                        header(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("good")
                                        .jwkURL(URI.create("https://evil.example/keys")),
                                STOLEN_NAME)),
                refused("unsigned", "Bearer " + new PlainJWT(claims().build()).serialize()),
                refused("signed by RS512", header(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("good"))),
                refused("signed by PS256", header(new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("good"))),
                refused("signed with the public key as a password", hmac()),
                refused(
                        "with a critical header",
                        header(new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("good")
                                .criticalParams(java.util.Set.of("exp2"))
                                .customParam("exp2", 1))),
                refused("tampered with", tampered()),
                refused("cut off", cut()));
    }

    private static Arguments refused(String name, String authorization) {
        return argumentSet(name, authorization);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void a_bad_token_is_refused(String authorization) {
        HttpResponse<String> response = post(authorization, message(ANA));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(response.body()).contains("reference").doesNotContain("Exception", "Jwt", "endorsed");
        assertNothingHappened();
    }

    static Stream<Arguments> badActivities() {
        return Stream.of(
                argumentSet(
                        "another service URL than the token's",
                        change(activity -> activity.put("serviceUrl", CONNECTOR.serviceUrl() + "other/")),
                        good()),
                argumentSet(
                        "a token without a service URL",
                        change(_ -> {}),
                        jwt(GOOD, claims -> claims.claim("serviceurl", null))),
                argumentSet(
                        "a token for another service URL",
                        change(_ -> {}),
                        jwt(GOOD, claims -> claims.claim("serviceurl", "https://smba.trafficmanager.net/emea/"))),
                argumentSet(
                        "a service URL that is not on the list",
                        change(activity -> activity.put("serviceUrl", "https://evil.example/")),
                        jwt(GOOD, claims -> claims.claim("serviceurl", "https://evil.example/"))),
                argumentSet("another channel", change(activity -> activity.put("channelId", "webchat")), good()),
                argumentSet(
                        "the emulator's channel", change(activity -> activity.put("channelId", "emulator")), good()),
                argumentSet("another tenant", change(activity -> tenant(activity, FABRIKAM)), good()),
                argumentSet("no tenant", change(activity -> tenant(activity, "")), good()),
                argumentSet(
                        "another tenant, ours as decoration",
                        change(activity -> ((ObjectNode) activity.path("conversation")).put("tenantId", FABRIKAM)),
                        good()));
    }

    @ParameterizedTest
    @MethodSource("badActivities")
    void a_good_token_does_not_cover_another_activity(ObjectNode activity, String token) {
        HttpResponse<String> response = post("Bearer " + token, activity);

        assertThat(response.statusCode()).isEqualTo(403);
        assertNothingHappened();
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

    /** What Microsoft's tokens have: serviceurl, nbf, exp, iss and aud, and neither iat nor jti. */
    @Test
    void a_token_with_the_connectors_five_claims_is_served() {
        String five = jwt(GOOD, claims -> claims.issueTime(null).notBeforeTime(in(-300)));

        assertThat(post("Bearer " + five, message(ANA)).statusCode()).isEqualTo(200);
    }

    @Test
    void clocks_may_differ_by_a_few_minutes() {
        assertThat(post("Bearer " + jwt(GOOD, claims -> claims.expirationTime(in(-240))), message(ANA))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_token_comes_before_the_body() {
        assertThat(post("Bearer garbage", "{").statusCode()).isEqualTo(401);
        assertThat(post("Bearer " + good(), "{").statusCode()).isEqualTo(400);
    }

    @Test
    void a_token_in_the_address_does_not_count() {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/api/messages?access_token=%s".formatted(port, good())))
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
                "/error",
                "/index.html"
            })
    void there_is_no_playground_and_no_other_door(String path) {
        assertThat(get(path).statusCode()).isIn(401, 403, 404);
    }

    @Test
    void health_is_open_and_metrics_are_for_this_machine() {
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(200);
        var passedOn = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(port)))
                .header("X-Forwarded-For", "203.0.113.7")
                .build();
        assertThat(chat.send(passedOn).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(String path) {
        return chat.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build());
    }

    private HttpResponse<String> post(String authorization, Object body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/messages".formatted(port)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return chat.send(request.build());
    }

    private static ObjectNode message(Someone from) {
        return new Activities(CONNECTOR.serviceUrl(), CONTOSO, from, "personal").message("hello");
    }

    private static ObjectNode change(Consumer<ObjectNode> change) {
        ObjectNode activity = message(ANA);
        change.accept(activity);
        return activity;
    }

    private static void tenant(ObjectNode activity, String id) {
        ((ObjectNode) activity.path("conversation")).put("tenantId", id);
        ((ObjectNode) activity.path("channelData").path("tenant")).put("id", id);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(BOT)
                .issueTime(in(-3600))
                .notBeforeTime(in(-3600))
                .expirationTime(in(3600))
                .claim("serviceurl", CONNECTOR.serviceUrl());
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String good() {
        return jwt(GOOD, _ -> {});
    }

    private static String signed(RSAKey key, Consumer<JWTClaimsSet.Builder> change) {
        return "Bearer " + jwt(key, change);
    }

    private static String jwt(RSAKey key, Consumer<JWTClaimsSet.Builder> change) {
        var claims = claims();
        change.accept(claims);
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID());
        return sign(header, claims.build(), rsa(key));
    }

    private static String header(JWSHeader.Builder header) {
        return header(header, GOOD);
    }

    private static String header(JWSHeader.Builder header, RSAKey key) {
        return "Bearer " + sign(header, claims().build(), rsa(key));
    }

    private static String hmac() {
        try {
            byte[] password = GOOD.toRSAPublicKey().getEncoded();
            return "Bearer "
                    + sign(
                            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("good"),
                            claims().build(),
                            new MACSigner(password));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tampered() {
        String[] parts = good().split("\\.");
        String claims = claims().audience(BOT).subject("ana").build().toString();
        return "Bearer " + parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes()) + "." + parts[2];
    }

    private static String cut() {
        return "Bearer " + good().substring(0, good().lastIndexOf('.') + 1);
    }

    private static JWSSigner rsa(RSAKey key) {
        try {
            return new RSASSASigner(key.toPrivateKey());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JWSHeader.Builder header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            var jwt = new SignedJWT(header.build(), claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
