package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.linekeeper.app.LinekeeperApplication;
import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.MessageLanes;
import dev.linekeeper.conversation.Chatroom;
import dev.linekeeper.conversation.ConnectorStandIn;
import dev.linekeeper.conversation.Received;
import dev.linekeeper.conversation.Someone;
import dev.linekeeper.conversation.Talk;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.timing.Sampling;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A day of a registered bot: people are asked for, approved and enrolled while Teams keeps to its limits, fails three calls
 * of a hundred, does not answer for one approver and is blocked by another. {@code -Dlinekeeper.day.settings} adds settings,
 * separated by spaces; {@code -Dlinekeeper.long=true} makes it a day of 20 enrolments.
 */
class DayInTheLifeTest {
    private static final Logger log = LoggerFactory.getLogger(DayInTheLifeTest.class);
    private static final int ENROLMENTS = Sampling.of(4, 20);
    private static final long SEED = Long.getLong("linekeeper.seed", 34);
    private static final String BOT = "b0000000-0000-0000-0000-00000000b070";
    private static final String TENANT = "e9641faa-2085-57b6-9eaa-a34c054d665e";
    private static final Someone ANA = Someone.of("5e43303f-8f5c-57de-abb6-c2c813ee3de4", "Ana Ruiz");
    private static final Someone LEE = Someone.of("2bcadb2f-2b54-5310-adc4-3a91a5ed46f6", "Lee Chen");
    private static final Someone PRIYA = Someone.of("ab8a3eb0-c8e4-527d-ad37-d7a29118142b", "Priya Nair");
    private static final Someone SAM = Someone.of("ebdcdfc7-7e07-532c-948c-dfe8b4fb7c0d", "Sam Okafor");
    private static final Pattern NUMBER = Pattern.compile("SC-(\\d+)");

    @TempDir
    Path folder;

    @TestConfiguration(proxyBeanMethods = false)
    @Import(LinekeeperApplication.class)
    static class Registered {
        @Bean(TeamsConfiguration.BOT_CREDENTIAL)
        TokenCredential credential() {
            return _ -> Mono.just(new AccessToken("ours", OffsetDateTime.now().plusHours(1)));
        }
    }

    @Test
    void people_are_enrolled_and_every_card_is_right_in_the_end() throws IOException {
        passes(List.of("--linekeeper.tenant-file=" + DayTenant.file(folder, ENROLMENTS)), _ -> {});
    }

    @Test
    void the_same_over_graph_and_a_real_powershell_and_no_write_is_made_twice() throws IOException {
        try (var tenant = DayTenant.open(folder, ENROLMENTS)) {
            passes(tenant.settings(), tenant::services);
            tenant.assertEnrolledOnce(ENROLMENTS);
            log.info("The tenant of the day: {}", tenant);
        }
    }

    private void passes(List<String> backend, ApplicationContextInitializer<GenericApplicationContext> beans)
            throws IOException {
        Instant began = Instant.now();
        try (var openId = new OpenIdStandIn();
                var teams = ConnectorStandIn.start();
                var bot = start(openId, backend, beans)) {
            RSAKey key = openId.publish("today", Optional.of(List.of("msteams")));
            int port = ((ServletWebServerApplicationContext) bot).getWebServer().getPort();
            var chat = new Chatroom(port, teams, TENANT, () -> token(key, teams.serviceUrl()));
            for (Someone person : List.of(ANA, LEE, PRIYA, SAM)) {
                chat.post(chat.as(person).activities().installation("add"));
            }
            var limits = new TeamsLimits(SEED, 0.03);
            limits.hangs(lane(SAM));
            limits.blocks(lane(PRIYA));
            teams.rule(limits::trouble);

            for (int i = 0; i < ENROLMENTS; i++) {
                chat.as(ANA).says("enrol newcomer%02d@contoso.example with London because joins".formatted(i));
            }
            List<Long> numbers = approveAll(chat, teams);
            var store = bot.getBean(RequestStore.class);
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> numbers.stream()
                            .allMatch(number -> store.find(new RequestId(number))
                                            .orElseThrow()
                                            .request()
                                    instanceof Request.Completed));
            var lanes = bot.getBean(MessageLanes.class);
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> Stream.of(ANA, LEE)
                            .allMatch(person -> lanes.next(lane(person)).isEmpty()));

            for (Someone person : List.of(ANA, LEE)) {
                assertCardsAreRight(teams, person, numbers);
            }
            for (long number : numbers) {
                assertThat(told(teams, "SC-%d: ".formatted(number), "done and read back"))
                        .isEqualTo(1);
                assertThat(told(teams, "SC-%d: ".formatted(number), "It is applied now"))
                        .isEqualTo(1);
            }
            assertThat(limits.failed()).as("%s, seed %d", limits, SEED).isPositive();
            assertThat(limits.sentAway())
                    .as("%s, seed %d", limits, SEED)
                    .isLessThanOrEqualTo(Math.max(1, limits.calls() / 100));
            assertThat(List.of(ANA, LEE, PRIYA, SAM))
                    .allSatisfy(
                            person -> assertThat(bot.getBean(Addresses.class).find(new UserId(person.objectId())))
                                    .isPresent());
            log.info("A day of {} enrolments: {}, in {}", ENROLMENTS, limits, Duration.between(began, Instant.now()));
        }
    }

    /** Lee approves each request once he has its card; the numbers of all of them. */
    private static List<Long> approveAll(Chatroom chat, ConnectorStandIn teams) {
        var approved = new ArrayList<Long>();
        while (approved.size() < ENROLMENTS) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> cards(teams, LEE).keySet().stream().anyMatch(number -> !approved.contains(number)));
            for (var card : cards(teams, LEE).entrySet()) {
                if (!approved.contains(card.getKey())) {
                    press(chat.as(LEE), chat, card.getValue().getFirst());
                    approved.add(card.getKey());
                }
            }
        }
        return approved;
    }

    private static void press(Talk lee, Chatroom chat, Received asked) {
        JsonNode approve = actions(asked.card().orElseThrow())
                .filter(action -> action.path("verb").asString("").equals("approve"))
                .findFirst()
                .orElseThrow();
        assertThat(chat.post(lee.activities().execute("approve", approve.path("data"), asked.activityId()))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Stream<JsonNode> actions(JsonNode node) {
        Stream<JsonNode> inside = node.valueStream().flatMap(DayInTheLifeTest::actions);
        return node.has("verb") ? Stream.concat(Stream.of(node), inside) : inside;
    }

    /** Each request has one card in the chat, and what was last made of it says that it is done. */
    private static void assertCardsAreRight(ConnectorStandIn teams, Someone person, List<Long> numbers) {
        assertThat(cards(teams, person))
                .as(person.name())
                .containsOnlyKeys(numbers)
                .allSatisfy((number, posted) -> {
                    assertThat(posted).as("cards of SC-%d", number).hasSize(1);
                    List<Received> states = teams.received(
                            sent -> sent.activityId().equals(posted.getFirst().activityId()));
                    assertThat(states.getLast().text()).contains("Done").doesNotContain("Waiting for");
                });
    }

    /** How many messages of their own told Ana of an outcome. */
    private static int told(ConnectorStandIn teams, String request, String outcome) {
        return teams.received(sent -> sent.method().equals("POST")
                        && sent.conversationId().equals(lane(ANA))
                        && sent.text().contains(request)
                        && sent.text().contains(outcome)
                        && !sent.text().contains("What changes"))
                .size();
    }

    /** The cards of requests that were posted to the person, by the number of the request. */
    private static Map<Long, List<Received>> cards(ConnectorStandIn teams, Someone person) {
        return teams
                .received(sent -> sent.method().equals("POST")
                        && sent.conversationId().equals(lane(person))
                        && sent.card().isPresent()
                        && sent.text().contains("What changes")
                        && sent.text().contains("newcomer"))
                .stream()
                .filter(sent -> NUMBER.matcher(sent.activity().path("summary").asString(""))
                        .find())
                .collect(Collectors.groupingBy(sent -> {
                    var number = NUMBER.matcher(sent.activity().path("summary").asString(""));
                    return number.find() ? Long.parseLong(number.group(1)) : 0;
                }));
    }

    private static String lane(Someone person) {
        return "a:" + person.objectId();
    }

    private org.springframework.context.ConfigurableApplicationContext start(
            OpenIdStandIn openId, List<String> backend, ApplicationContextInitializer<GenericApplicationContext> beans)
            throws IOException {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--linekeeper.data-folder=" + folder,
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("store"),
                "--spring.config.additional-location=classpath:demo/settings.yaml",
                "--linekeeper.emulator.grant-delay=0s",
                "--linekeeper.emulator.number-delay=0s",
                "--linekeeper.bot.app-id=" + BOT,
                "--linekeeper.bot.tenant-id=" + TENANT,
                "--linekeeper.bot.credential=secret",
                "--linekeeper.bot.secret=s3cret",
                "--linekeeper.bot.openid-metadata=" + openId.metadata(),
                "--linekeeper.bot.allowed-service-urls=127.0.0.1"));
        settings.addAll(backend);
        settings.addAll(
                Stream.of(System.getProperty("linekeeper.day.settings", "").split(" "))
                        .filter(setting -> !setting.isBlank())
                        .toList());
        return new SpringApplicationBuilder(Registered.class)
                .initializers(beans)
                .run(settings.toArray(String[]::new));
    }

    /** A token with the five claims that Microsoft's have. */
    private static String token(RSAKey key, String serviceUrl) {
        try {
            var claims = new JWTClaimsSet.Builder()
                    .issuer("https://api.botframework.com")
                    .audience(BOT)
                    .notBeforeTime(Date.from(Instant.now().minusSeconds(60)))
                    .expirationTime(Date.from(Instant.now().plusSeconds(3_000)))
                    .claim("serviceurl", serviceUrl)
                    .build();
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
