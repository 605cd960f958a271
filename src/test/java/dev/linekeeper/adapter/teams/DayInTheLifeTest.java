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
import dev.linekeeper.chat.MessageQueue;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A day of a registered bot: people are asked for, approved and enrolled while Teams keeps to its limits, fails three calls
 * of a hundred, does not answer for one approver and is blocked by another. {@code -Dlinekeeper.day.settings} adds settings,
 * such as {@code --linekeeper.powershell.command=…}, separated by spaces.
 */
class DayInTheLifeTest {
    private static final int ENROLMENTS = Sampling.of(4, 20);
    private static final long SEED = Long.getLong("linekeeper.seed", 7);
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
        try (var openId = new OpenIdStandIn();
                var teams = ConnectorStandIn.start();
                var bot = start(openId)) {
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
            var queue = bot.getBean(MessageQueue.class);
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> Stream.of(ANA, LEE)
                            .allMatch(person -> queue.next(lane(person)).isEmpty()));

            for (Someone person : List.of(ANA, LEE)) {
                assertCardsAreRight(teams, person, numbers);
            }
            assertThat(limits.sentAway())
                    .as("%s, seed %d", limits, SEED)
                    .isLessThanOrEqualTo(Math.max(1, limits.calls() / 100));
            assertThat(List.of(ANA, LEE, PRIYA, SAM))
                    .allSatisfy(
                            person -> assertThat(bot.getBean(Addresses.class).find(new UserId(person.objectId())))
                                    .isPresent());
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

    /** The cards of requests that were posted to the person, by the number of the request. */
    private static Map<Long, List<Received>> cards(ConnectorStandIn teams, Someone person) {
        return teams
                .received(sent -> sent.method().equals("POST")
                        && sent.conversationId().equals(lane(person))
                        && sent.card().isPresent()
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

    private org.springframework.context.ConfigurableApplicationContext start(OpenIdStandIn openId) throws IOException {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--linekeeper.data-folder=" + folder,
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("store"),
                "--linekeeper.tenant-file=" + tenant(),
                "--spring.config.additional-location=classpath:demo/settings.yaml",
                "--linekeeper.emulator.grant-delay=0s",
                "--linekeeper.emulator.number-delay=0s",
                "--linekeeper.bot.app-id=" + BOT,
                "--linekeeper.bot.tenant-id=" + TENANT,
                "--linekeeper.bot.credential=secret",
                "--linekeeper.bot.secret=s3cret",
                "--linekeeper.bot.openid-metadata=" + openId.metadata(),
                "--linekeeper.bot.allowed-service-urls=127.0.0.1"));
        settings.addAll(
                Stream.of(System.getProperty("linekeeper.day.settings", "").split(" "))
                        .filter(setting -> !setting.isBlank())
                        .toList());
        return new SpringApplicationBuilder(Registered.class).run(settings.toArray(String[]::new));
    }

    /** The demo's tenant with newcomers who are ready to be enrolled, as Adele is. */
    private Path tenant() throws IOException {
        var json = JsonMapper.shared();
        ObjectNode tenant;
        try (var demo = DayInTheLifeTest.class.getResourceAsStream("/demo/tenant.json")) {
            tenant = json.readTree(demo).asObject();
        }
        ArrayNode users = tenant.withArray("users");
        ObjectNode adele = users.valueStream()
                .filter(user -> user.path("displayName").asString("").startsWith("Adele"))
                .findFirst()
                .orElseThrow()
                .asObject();
        IntStream.range(0, ENROLMENTS)
                .forEach(i -> users.add(adele.deepCopy()
                        .put(
                                "id",
                                UUID.nameUUIDFromBytes(("newcomer" + i).getBytes(StandardCharsets.UTF_8))
                                        .toString())
                        .put("displayName", "newcomer %02d".formatted(i))
                        .put("userPrincipalName", "newcomer%02d@contoso.example".formatted(i))));
        return Files.writeString(folder.resolve("tenant.json"), tenant.toString());
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
