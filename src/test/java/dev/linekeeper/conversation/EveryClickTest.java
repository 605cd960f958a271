package dev.linekeeper.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.nimbusds.jose.jwk.RSAKey;
import dev.linekeeper.adapter.teams.OpenIdStandIn;
import dev.linekeeper.adapter.teams.TokenForge;
import dev.linekeeper.app.LinekeeperApplication;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.CommandHelp;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepStopped;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.timing.Sampling;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every verb and sentence, by everybody, everywhere, typed and pressed with its own, without a and with a foreign token:
 * {@link ExpectedEffects} says what each does. The verbs are those that are registered. An ordinary build tries every 37th.
 */
@SpringBootTest(
        classes = {LinekeeperApplication.class, EveryClickTest.Registered.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "linekeeper.bot.app-id=" + TokenForge.BOT,
            "linekeeper.bot.tenant-id=" + SentencesByRole.CONTOSO,
            "linekeeper.bot.credential=secret",
            "linekeeper.bot.secret=s3cret",
            "linekeeper.bot.allowed-service-urls=127.0.0.1"
        })
@DirtiesContext
class EveryClickTest {
    private static final ConnectorStandIn CONNECTOR = ConnectorStandIn.start();
    private static final OpenIdStandIn OPEN_ID = new OpenIdStandIn();
    private static final RSAKey KEY = OPEN_ID.publish("clicks", Optional.of(List.of("msteams")));
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> PLACES = List.of("personal", "groupChat", "channel");
    private static final List<String> WAYS = List.of("typed", "own token", "no token", "foreign token");
    private static final UserId ANA = id(SentencesByRole.PEOPLE.get("admin"));
    private static final UserId LEE = id(SentencesByRole.PEOPLE.get("approver"));

    /** Nobody, whatever they say: a guest of the directory, two accounts that are disabled, and somebody from another tenant. */
    private static final Map<String, Someone> NOBODIES = Map.of(
            "guest", Someone.of("4da2d711-5bcc-56d6-a0f0-a559f4bb3b8c", "Mia Gast"),
            "disabled", Someone.of("41f58c32-af3e-56f3-a080-960fd6b50e45", "Conor O'Neil"),
            "disabled helpdesk", Someone.of("13c28dbf-d355-5a0f-86ef-2ddced5fe071", "Petra Simmons"),
            "other tenant", Someone.of("5e43303f-8f5c-57de-abb6-c2c813ee3de4", "Ana Ruiz"));

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    CommandHelp registered;

    @Autowired
    RequestStore store;

    @Autowired
    ButtonTokens tokens;

    private final SoftAssertions problems = new SoftAssertions();
    private final Map<String, Stored> targets = new HashMap<>();
    private int cell;
    private int tried;

    static class Registered {
        @Bean("botCredential")
        TokenCredential credential() {
            return _ -> Mono.just(new AccessToken("ours", OffsetDateTime.now().plusHours(1)));
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> "jdbc:h2:file:" + folder.resolve("linekeeper"));
        settings.add("linekeeper.data-folder", () -> folder.toString());
        settings.add("linekeeper.bot.openid-metadata", OPEN_ID::metadata);
    }

    @AfterAll
    static void stop() {
        CONNECTOR.close();
        OPEN_ID.close();
    }

    @Test
    @Requirement({"T1", "T4", "T10"})
    void each_has_the_effect_that_was_written_down_and_no_other() {
        Set<String> verbs = registered.commands().stream().map(Command::verb).collect(Collectors.toSet());
        assertThat(ExpectedEffects.VERBS.keySet()).isEqualTo(verbs);
        // The first press of all may take longer than Teams waits, on a busy machine.
        people().forEach((role, person) -> answer(role, person, "personal", Optional.of("requests"), "", Map.of()));
        people().forEach((role, person) -> answer(role, person, "personal", Optional.empty(), "requests", Map.of()));
        people().forEach((role, person) -> PLACES.forEach(place -> {
            for (String verb : new TreeMap<>(ExpectedEffects.VERBS).keySet()) {
                for (String how : WAYS) {
                    boolean isTyped = how.equals("typed");
                    if (isDue() && (!isTyped || ExpectedEffects.DECISIONS.containsKey(verb))) {
                        press(role, person, place, verb, how);
                    }
                }
            }
            SentencesByRole.MAY.keySet().stream().sorted().filter(_ -> isDue()).forEach(said -> {
                String answer = answer(role, person, place, Optional.of(said), "", Map.of());
                boolean may = SentencesByRole.MAY.get(said).contains(role);
                check("%s in %s says %s".formatted(role, place, said), role, may, answer);
            });
        }));
        System.out.println(tried + " clicks and sentences of " + cell + " tried");
        problems.assertAll();
    }

    private static Map<String, Someone> people() {
        var people = new TreeMap<>(NOBODIES);
        people.putAll(SentencesByRole.PEOPLE);
        people.put("owner", Someone.of("a156df82-4f09-5ae1-beac-b272175f854c", "Omar Haddad"));
        return people;
    }

    /** Every 37th in a sample: a prime, so that it has some of every row and column. */
    private boolean isDue() {
        return cell++ % Sampling.of(37, 1) == 0;
    }

    private void press(String role, Someone person, String place, String verb, String how) {
        Stored target = target(verb);
        RequestId request = target.request().id();
        var inputs = new HashMap<String, String>();
        inputs.put("request", Long.toString(request.number()));
        inputs.put("reason", "no");
        if (how.endsWith(" token") && !how.startsWith("no")) {
            inputs.put("nonce", token(verb, target, how.startsWith("own") ? id(person) : new UserId("somebody-else")));
        }
        String what = "%s in %s: %s, %s".formatted(role, place, verb, how);
        String answer = how.equals("typed")
                ? answer(
                        role,
                        person,
                        place,
                        Optional.of(ExpectedEffects.DECISIONS.get(verb).formatted(request.number())),
                        "",
                        Map.of())
                : answer(role, person, place, Optional.empty(), verb, inputs);
        boolean may = ExpectedEffects.VERBS.get(verb).contains(role);
        check(what, role, may, answer);
        boolean decided = store.find(request).orElseThrow().version() != target.version();
        problems.assertThat(decided).as(what + ": decided").isEqualTo(ExpectedEffects.decides(verb, role, place, how));
        if (may && !decided && ExpectedEffects.DECISIONS.containsKey(verb)) {
            problems.assertThat(answer).as(what + ": the request as it is").contains("SC-" + request.number());
        }
    }

    private void check(String what, String role, boolean may, String answer) {
        tried++;
        boolean nobody = NOBODIES.containsKey(role);
        boolean refused = answer.contains("✗ \"");
        boolean turnedAway = answer.contains("only work with members") || answer.startsWith("HTTP 403");
        problems.assertThat(turnedAway)
                .as("%s is turned away: %s", what, answer)
                .isEqualTo(nobody);
        problems.assertThat(refused).as("%s is refused: %s", what, answer).isEqualTo(!nobody && !may);
        problems.assertThat(answer).as(what).isNotBlank().doesNotContain("Something went wrong");
    }

    /** A request that the verb can decide, as long as nobody has. */
    private Stored target(String verb) {
        String kind = Set.of("retry", "resume").contains(verb) ? "stopped" : "waiting";
        return targets.compute(
                kind,
                (_, known) -> known != null
                                && store.find(known.request().id())
                                                .orElseThrow()
                                                .version()
                                        == known.version()
                        ? known
                        : fresh(kind.equals("stopped")));
    }

    private Stored fresh(boolean stopped) {
        Instant now = Instant.now();
        var person = new UserId(UUID.randomUUID().toString());
        var added = (RequestStore.Added.New) store.add(id -> Request.Pending.of(new RequestDetails(
                id,
                ANA,
                Sample.plan(person),
                false,
                "because",
                now,
                now.plus(Duration.ofDays(1)),
                Set.of(LEE),
                1,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
        RequestDetails terms = added.stored().request().terms();
        var stop = new StepStopped(0, terms.plan().steps().getFirst().name(), StopReason.REFUSED, "no", 1, now);
        return stopped
                ? ((RequestStore.Replaced.Done) store.replace(
                                added.stored(),
                                new Request.PartlyApplied(
                                        terms, List.of(new Approval(LEE, now, "APPROVER")), now, List.of(), stop)))
                        .stored()
                : added.stored();
    }

    private String token(String verb, Stored target, UserId reader) {
        var action = ExpectedEffects.DECISIONS.containsKey(verb)
                ? RequestAction.valueOf(verb.toUpperCase(Locale.ROOT))
                : RequestAction.APPROVE;
        return tokens.issue(target, action, reader, Instant.now().plusSeconds(600));
    }

    /** What comes back for a sentence, or for a press of the verb. */
    private String answer(
            String role, Someone person, String place, Optional<String> said, String verb, Map<String, String> inputs) {
        String tenant = role.equals("other tenant") ? "99999999-aaaa-4bbb-8ccc-dddddddddddd" : SentencesByRole.CONTOSO;
        var activities = new Activities(CONNECTOR.serviceUrl(), tenant, person, place);
        var data = JsonNodeFactory.instance.objectNode().put("verb", verb);
        inputs.forEach(data::put);
        ObjectNode activity = said.map(activities::message).orElseGet(() -> activities.execute(verb, data, "1:none"));
        String chat =
                "%s:%s:%d".formatted(place, person.objectId(), cell); // each its own, as Teams limits a conversation
        ((ObjectNode) activity.path("conversation")).put("id", chat);
        int before =
                CONNECTOR.received(sent -> sent.conversationId().equals(chat)).size();
        var response = new Chatroom(
                        port,
                        CONNECTOR,
                        tenant,
                        () -> TokenForge.five(KEY, CONNECTOR.serviceUrl()).compact())
                .post(activity);
        if (response.statusCode() != 200) {
            return "HTTP " + response.statusCode();
        }
        if (said.isEmpty()) {
            var body = JSON.readTree(response.body());
            return body.path("statusCode").asInt() == 403
                    ? "HTTP 403"
                    : new Received("RESPONSE", chat, "", pressed(body.path("value")), "").text();
        }
        await().until(() -> CONNECTOR.received(sent -> sent.conversationId().equals(chat)).stream()
                        .filter(sent -> sent.type().equals("message"))
                        .count()
                > 0);
        return CONNECTOR.received(sent -> sent.conversationId().equals(chat)).stream()
                .skip(before)
                .filter(sent -> sent.type().equals("message"))
                .map(Received::text)
                .collect(Collectors.joining("\n"));
    }

    private static ObjectNode pressed(tools.jackson.databind.JsonNode value) {
        var activity = JsonNodeFactory.instance.objectNode().put("text", value.isString() ? value.asString() : "");
        activity.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .set("content", value);
        return activity;
    }

    private static UserId id(Someone person) {
        return new UserId(person.objectId());
    }
}
