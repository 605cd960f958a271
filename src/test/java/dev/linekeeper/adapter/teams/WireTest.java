package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.conversation.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Teams sends, as documented (src/test/trials/wire-teams.json), and what is told of it elsewhere. */
@ExtendWith(OutputCaptureExtension.class)
class WireTest extends BotInARoom {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger CHATS = new AtomicInteger();
    private static final Map<String, ObjectNode> WIRE = wire();

    /** The sentence or button that is heard; or what else happens. */
    private static final Map<String, String> RIGHT = Map.ofEntries(
            Map.entry("message-personal", "check adele"),
            Map.entry("message-html-duplicate", "check adele"),
            Map.entry("message-channel-mention", "check adele"),
            Map.entry("message-channel-mention-of-a-person", "check 9d3e08f9-a7ae-43aa-a4d3-de3f319a8a9c"),
            Map.entry("message-mention-text-differs", "whoami"),
            Map.entry("message-group-chat", "policies"),
            Map.entry("message-mention-without-text", "whoami"),
            Map.entry("message-quoted-reply", "whoami"),
            Map.entry("message-action-submit", "[whoami]"),
            Map.entry("message-edited", "check adele"),
            Map.entry("execute-manual", "card"),
            Map.entry("execute-automatic", "card"),
            Map.entry("file-consent-accept", "told afterwards"),
            Map.entry("file-consent-decline", "told afterwards"),
            Map.entry("bot-added-to-team", "welcome"),
            Map.entry("bot-added-to-team-no-object-id", "welcome"),
            Map.entry("bot-added-personal", "welcome"),
            Map.entry("installation-add-team", "welcome"),
            Map.entry("installation-add-personal", "welcome"));

    static Stream<String> documented() {
        return WIRE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("documented")
    void what_is_documented_is_answered_as_it_should(String name, CapturedOutput log) {
        boolean offered = !name.matches("(compose|task|signin)-.*");
        CONNECTOR.knows("29:1adeleXbqYw3k9Zr7LQm5dVtQ8fH2nC6sJ0pKe4uTgRiOaB", "9d3e08f9-a7ae-43aa-a4d3-de3f319a8a9c");
        if (name.equals("execute-automatic")) {
            script.answers((_, _) -> Samples.request("Adele Vance")); // there is such a request to show
        }
        HttpResponse<String> response = chat.post(wire(name));
        assertThat(response.statusCode()).isEqualTo(offered ? 200 : 501);

        String right = RIGHT.getOrDefault(name, "");
        switch (right) {
            case "card" ->
                assertThat(JSON.readTree(response.body()).path("statusCode").asInt())
                        .isEqualTo(200);
            case "welcome", "" -> {
                assertThat(script.heard()).isEmpty();
                assertThat(CONNECTOR.received()).hasSize(right.isEmpty() ? 0 : 1);
            }
            case "told afterwards" -> {
                await().untilAsserted(() -> assertThat(CONNECTOR.received()).hasSize(1));
                assertThat(script.heard()).isEmpty();
            }
            default -> {
                assertThat(heard()).isEqualTo(right);
                assertThat(CONNECTOR.received()).hasSize(1);
            }
        }
        assertThat(log.getOut()).doesNotContain("WARN", "ERROR", "123456", "eyJ0");
    }

    static Stream<Arguments> silences() {
        return Stream.of(
                quiet("another bot's message", "message-personal", it -> from(it).put("id", "28:another")),
                quiet(
                        "another bot's message, with an object id and a role",
                        "message-personal",
                        it -> from(it).put("role", "bot")),
                quiet("a skill's message", "message-group-chat", it -> from(it).put("role", "Skill")),
                quiet(
                        "our own message",
                        "message-personal",
                        it -> from(it).put("id", it.path("recipient").path("id").asString())),
                quiet("another bot's edit", "message-edited", it -> from(it).put("id", "28:another")),
                quiet("an undeleted message in other letters", "message-undeleted", it -> event(it, "UndeleteMessage")),
                quiet("an upgrade in a team", "installation-add-team", it -> it.put("action", "add-upgrade")),
                quiet("the old version that goes", "installation-remove", it -> it.put("action", "remove-upgrade")),
                quiet("an action nobody knows", "installation-add-team", it -> it.put("action", "suspended")),
                quiet("an action that is missing", "installation-add-team", it -> it.remove("action")),
                quiet("a personal chat of nobody", "installation-add-personal", it -> from(it).remove("aadObjectId")),
                quiet(
                        "members that are null",
                        "member-added-to-team",
                        it -> it.putArray("membersAdded").addNull()));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void nobody_hears_of(String name, Consumer<ObjectNode> change) {
        ObjectNode activity = wire(name);
        change.accept(activity);

        assertThat(chat.post(activity).statusCode()).isEqualTo(200);
        assertThat(script.heard()).isEmpty();
        assertThat(CONNECTOR.received()).isEmpty();
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                quiet("nobody", "task-fetch", it -> from(it).remove("aadObjectId")),
                quiet("a guest", "compose-extension-query", it -> from(it).put("userRole", "guest")),
                quiet("somebody of another tenant", "signin-verify-state", it -> from(it).put("tenantId", "other")),
                quiet("another bot", "task-fetch", it -> from(it).put("id", "28:another")));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void what_the_app_does_not_offer_it_offers_to_nobody(String name, Consumer<ObjectNode> change) {
        ObjectNode activity = wire(name);
        change.accept(activity);
        assertThat(chat.post(activity).statusCode()).isEqualTo(501);
    }

    @Test
    void an_installation_that_is_told_three_times_is_welcomed_once() {
        String here = "19:told-thrice@thread.tacv2";
        for (String name :
                new String[] {"installation-add-team", "bot-added-to-team", "bot-added-to-team-no-object-id"}) {
            ObjectNode activity = wire(name);
            ((ObjectNode) activity.path("conversation")).put("id", here);
            chat.post(activity);
        }
        assertThat(CONNECTOR.received()).hasSize(1).first().returns(here, Received::conversationId);
    }

    private String heard() {
        return switch (script.lastHeard().ask()) {
            case ChatInput.TypedText(var text, _) -> text;
            case ChatInput.ButtonPress(var verb, var inputs) ->
                "[" + String.join(" ", verb, String.join(" ", inputs.values())).strip() + "]";
        };
    }

    /** In a conversation of its own, at the service URL of the stand-in. */
    private static ObjectNode wire(String name) {
        String chat = CHATS.incrementAndGet() + "-";
        ObjectNode activity = WIRE.get(name).deepCopy();
        ObjectNode conversation = (ObjectNode) activity.path("conversation");
        conversation.put("id", conversation.path("id").asString().replaceFirst(":", ":" + chat));
        return activity.put("serviceUrl", CONNECTOR.serviceUrl())
                .put("id", chat + activity.path("id").asString());
    }

    private static ObjectNode from(ObjectNode activity) {
        return (ObjectNode) activity.path("from");
    }

    private static void event(ObjectNode activity, String type) {
        ((ObjectNode) activity.path("channelData")).put("eventType", type);
    }

    private static Arguments quiet(String what, String name, Consumer<ObjectNode> change) {
        return argumentSet(what, name, change);
    }

    private static Map<String, ObjectNode> wire() {
        try {
            var activities = new TreeMap<String, ObjectNode>();
            for (JsonNode one : JSON.readTree(Files.readAllBytes(Path.of("src/test/trials/wire-teams.json")))) {
                if (one.path("activity") instanceof ObjectNode activity) {
                    activities.put(one.path("name").asString(), activity);
                }
            }
            return activities;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
