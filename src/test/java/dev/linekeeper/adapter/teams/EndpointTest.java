package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.AnswerProgress;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.conversation.Activities;
import dev.linekeeper.conversation.ConnectorStandIn.Trouble;
import dev.linekeeper.conversation.Received;
import dev.linekeeper.conversation.Someone;
import dev.linekeeper.core.tenant.UserId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people say and press, as it arrives and as it is answered; no bot identity is configured. */
class EndpointTest extends BotInARoom {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Someone ana = Someone.of(UUID.randomUUID().toString(), "Ana");

    private Activities anas() {
        return chat.as(ana).activities();
    }

    @Test
    void a_message_is_answered_with_a_card_in_the_same_conversation() {
        chat.as(ana).says("check adele").seesCard("heard");

        assertThat(script.lastHeard().ask()).isEqualTo(new ChatInput.TypedText("check adele"));
        assertThat(script.lastHeard().caller().id()).isEqualTo(new UserId(ana.objectId()));
        assertThat(script.lastHeard().caller().tenantId()).isEqualTo(CONTOSO);
        assertThat(script.lastHeard().caller().place()).isEqualTo(ConversationType.PERSONAL);
        assertThat(script.lastHeard().caller().locale()).isEqualTo(Locale.UK);
    }

    @Test
    @Requirement("T38")
    void what_is_sent_has_a_card_and_a_summary_and_none_of_the_sdks_conveniences() {
        chat.as(ana).says("help").seesCard("heard");

        JsonNode sent = chat.as(ana).looksAt().activity();
        assertThat(sent.path("summary").asString()).contains("heard");
        assertThat(sent.propertyNames()).doesNotContain("text", "teamsActivity", "properties", "group");
        assertThat(sent.path("from").path("id").asString()).isEqualTo(Activities.BOT);
        assertThat(sent.path("recipient").path("id").asString()).isEqualTo(ana.account());
        assertThat(chat.as(ana).looksAt().authorization()).isEmpty();
    }

    @Test
    void in_a_channel_the_bot_is_mentioned_and_others_read_along() {
        chat.inChannel(ana).says("check adele").seesCard("heard");

        assertThat(script.lastHeard().ask()).isEqualTo(new ChatInput.TypedText("check adele"));
        assertThat(script.lastHeard().caller().place()).isEqualTo(ConversationType.CHANNEL);
        assertThat(addresses.find(new UserId(ana.objectId()))).isEmpty();
    }

    @Test
    void each_message_has_a_key_of_its_own() {
        chat.as(ana).says("check adele").seesCard("heard");
        String first = script.lastHeard().caller().delivery().orElseThrow();
        chat.as(ana).says("check adele").seesCard("heard");

        assertThat(first).hasSize(64);
        assertThat(script.lastHeard().caller().delivery()).get().isNotEqualTo(first);
    }

    @Test
    @Requirement("T4")
    void a_press_in_a_channel_counts_as_one_in_a_channel() {
        chat.post(chat.inChannel(ana).activities().execute("approve", JSON.createObjectNode(), "1:1"));

        assertThat(script.lastHeard().caller().place()).isEqualTo(ConversationType.CHANNEL);
    }

    @Test
    void who_is_mentioned_is_the_person_whom_the_roster_has_for_the_account() {
        CONNECTOR.knows("29:adele", "9d3e08f9-a7ae-43aa-a4d3-de3f319a8a9c");
        chat.post(mentioningAdele());
        assertThat(script.lastHeard().ask())
                .isEqualTo(new ChatInput.TypedText("check 9d3e08f9-a7ae-43aa-a4d3-de3f319a8a9c"));
    }

    @Test
    void an_account_of_nobody_in_entra_stays_in_the_sentence_by_name() {
        CONNECTOR.knows("29:adele", "");
        chat.post(mentioningAdele());
        assertThat(script.lastHeard().ask()).isEqualTo(new ChatInput.TypedText("check Adele Vance"));
    }

    @Test
    void a_roster_that_fails_is_asked_once_more() {
        CONNECTOR.knows("29:adele", "9d3e08f9-a7ae-43aa-a4d3-de3f319a8a9c");
        CONNECTOR.next(Trouble.status(504));
        chat.post(mentioningAdele());
        assertThat(script.heard()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"404,0", "403,1", "429,1", "500,2", "503,2"})
    void who_cannot_be_looked_up_is_asked_back_and_nobody_of_that_name_is_meant(int status, int times) {
        CONNECTOR.next(
                Stream.generate(() -> Trouble.status(status)).limit(times).toArray(Trouble[]::new));
        chat.post(mentioningAdele());
        chat.as(ana).sees("whom you mention");
        assertThat(script.heard()).isEmpty();
    }

    private ObjectNode mentioningAdele() {
        ObjectNode message = anas().message("<at>Linekeeper</at>&nbsp;check <at>Adele Vance</at>");
        var entities = message.putArray("entities");
        entities.addObject().put("type", "clientInfo").put("locale", "en-GB");
        entities.addObject()
                .put("type", "mention")
                .put("text", "<at>Linekeeper</at>")
                .putObject("mentioned")
                .put("id", Activities.BOT)
                .put("name", "Linekeeper");
        entities.addObject()
                .put("type", "mention")
                .put("text", "<at>Adele Vance</at>")
                .putObject("mentioned")
                .put("id", "29:adele")
                .put("name", "Adele Vance");
        return message;
    }

    @Test
    void a_group_chat_and_any_other_place_we_do_not_know_is_one_where_others_read_along() {
        ObjectNode message = anas().message("hello");
        ((ObjectNode) message.path("conversation")).put("conversationType", "groupChat");
        chat.post(message);
        assertThat(script.lastHeard().caller().place()).isEqualTo(ConversationType.GROUP);

        ObjectNode elsewhere = anas().message("hello");
        ((ObjectNode) elsewhere.path("conversation")).put("conversationType", "somethingNew");
        chat.post(elsewhere);
        assertThat(script.lastHeard().caller().place()).isEqualTo(ConversationType.GROUP);
    }

    @Test
    void a_button_means_the_same_as_a_submit_and_as_an_execute() {
        JsonNode data = JSON.readTree("""
            {"verb":"approve","request":"SC-1042","count":3,"sure":true,"nothing":null,"list":["a"],"msteams":{}}\
            """);

        chat.post(anas().submit(data, "1:1"));
        ChatInput submitted = script.lastHeard().ask();
        chat.post(anas().execute("approve", data, "1:1"));

        assertThat(submitted)
                .isEqualTo(script.lastHeard().ask())
                .isEqualTo(new ChatInput.ButtonPress(
                        "approve", Map.of("request", "SC-1042", "count", "3", "sure", "true", "list", "[\"a\"]")));
    }

    @Test
    void a_press_is_answered_with_the_card_that_takes_the_place_of_the_one_pressed() {
        JsonNode answer = JSON.readTree(chat.post(anas().execute("approve", JSON.createObjectNode(), "1:7"))
                .body());

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("type").asString()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(answer.path("value").path("type").asString()).isEqualTo("AdaptiveCard");
        assertThat(CONNECTOR.received()).isEmpty();
    }

    @Test
    void cards_with_a_topic_are_noted_whether_posted_or_put_in_place_of_another() {
        String topic = "SC-" + UUID.randomUUID();
        script.answers((_, _) -> ScriptedChat.about(topic, "waiting"));

        chat.as(ana).says("enrol adele").seesCard("waiting");
        String posted = chat.as(ana).looksAt().activityId();
        chat.post(anas().execute("send", JSON.createObjectNode(), "1:form"));

        assertThat(addresses.copies(topic)).extracting("activityId").containsExactly(posted, "1:form");
        assertThat(addresses.copies(topic).getFirst().address().reader()).contains(new UserId(ana.objectId()));
    }

    @Test
    void a_press_without_a_verb_is_an_error_teams_understands() {
        ObjectNode press = anas().execute("x", JSON.createObjectNode(), "1:1");
        ((ObjectNode) press.path("value").path("action")).remove("verb");
        assertError(press, 400);

        ObjectNode empty = anas().execute("x", JSON.createObjectNode(), "1:1");
        empty.put("value", "nonsense");
        assertError(empty, 400);
    }

    private void assertError(ObjectNode press, int status) {
        HttpResponse<String> response = chat.post(press);
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = JSON.readTree(response.body());
        assertThat(answer.path("statusCode").asInt()).isEqualTo(status);
        assertThat(answer.path("type").asString()).isEqualTo("application/vnd.microsoft.error");
        assertThat(answer.path("value").path("message").asString()).isNotBlank();
    }

    @Test
    void an_invoke_we_do_not_know_is_not_implemented() {
        ObjectNode invoke = anas().envelope("invoke").put("name", "task/fetch");
        assertThat(chat.post(invoke).statusCode()).isEqualTo(501);
        assertThat(script.heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messageReaction",
                "messageDelete",
                "typing",
                "event",
                "endOfConversation",
                "command",
                "trace",
                "somethingNew"
            })
    void activities_we_have_no_use_for_are_taken_and_let_go(String type) {
        ObjectNode activity = anas().envelope(type);
        activity.putArray("reactionsAdded").addObject().put("type", "like");

        assertThat(chat.post(activity).statusCode()).isEqualTo(200);
        assertThat(script.heard()).isEmpty();
        assertThat(CONNECTOR.received()).isEmpty();
    }

    @Test
    void an_edited_message_asks_anew_but_an_undeleted_one_does_not() {
        ObjectNode message = anas().message("check adel");
        chat.post(message);
        String id = message.path("id").asString();
        chat.post(anas().edited(id, "check adele"));
        ObjectNode undeleted = anas().edited(id, "check adele again");
        ((ObjectNode) undeleted.path("channelData")).put("eventType", "undeleteMessage");
        chat.post(undeleted);

        assertThat(script.heard())
                .extracting(ScriptedChat.Heard::ask)
                .containsExactly(new ChatInput.TypedText("check adel"), new ChatInput.TypedText("check adele"));
    }

    @Test
    void what_is_delivered_twice_is_done_once() {
        ObjectNode message = anas().message("approve 1042");
        ObjectNode press = anas().execute("approve", JSON.createObjectNode(), "1:1");
        chat.post(message);
        chat.post(message);
        chat.post(press);
        HttpResponse<String> again = chat.post(press);

        assertThat(script.heard()).hasSize(2);
        assertThat(JSON.readTree(again.body()).path("type").asString())
                .isEqualTo("application/vnd.microsoft.activity.message");
    }

    @Test
    void whoever_installs_the_bot_is_welcomed_once_and_remembered_until_it_is_removed() {
        chat.post(anas().botJoined());
        chat.post(anas().installation("add"));

        chat.as(ana).seesCard("Welcome " + ana.objectId().substring(0, 8));
        assertThat(CONNECTOR.received()).hasSize(1);
        assertThat(addresses.find(new UserId(ana.objectId()))).isPresent();

        addresses.posted(
                new CardCopy("SC-1", addresses.find(new UserId(ana.objectId())).orElseThrow(), "1:1"));
        chat.post(anas().installation("remove"));
        assertThat(addresses.find(new UserId(ana.objectId()))).isEmpty();
        assertThat(addresses.copies("SC-1")).isEmpty();
        assertThat(CONNECTOR.received()).hasSize(1);

        chat.post(anas().installation("add"));
        chat.post(anas().botJoined());
        assertThat(CONNECTOR.received()).hasSize(2);
    }

    @Test
    void a_team_that_removes_the_bot_is_forgotten_and_welcomed_when_it_adds_it_again() {
        Activities team = chat.inChannel(ana).activities();
        ObjectNode added = inTeam(team.installation("add"));
        chat.post(added);
        assertThat(CONNECTOR.received()).hasSize(1);
        addresses.posted(new CardCopy("SC-2", somewhere(team.conversationId()), "1:1"));

        ObjectNode removed = inTeam(team.envelope("conversationUpdate"));
        removed.putArray("membersRemoved").addObject().put("id", Activities.BOT);
        chat.post(removed);
        assertThat(addresses.copies("SC-2")).isEmpty();

        chat.post(inTeam(team.installation("add")));
        assertThat(CONNECTOR.received()).hasSize(2);
    }

    /** Events of a team come from its first channel, not from a thread, and tell of nobody. */
    private static ObjectNode inTeam(ObjectNode activity) {
        ObjectNode conversation = (ObjectNode) activity.path("conversation");
        conversation.put("id", conversation.path("id").asString().replaceFirst(";.*", ""));
        ((ObjectNode) activity.path("from")).remove("aadObjectId");
        return activity;
    }

    private static Address somewhere(String conversation) {
        return new Address(
                Optional.empty(),
                ConversationType.CHANNEL,
                CONTOSO,
                "en",
                CONNECTOR.serviceUrl(),
                "",
                conversation,
                "",
                "");
    }

    @Test
    void others_who_join_are_not_welcomed() {
        ObjectNode joined = anas().envelope("conversationUpdate");
        joined.putArray("membersAdded").addObject().put("id", "29:somebody");
        assertThat(chat.post(joined).statusCode()).isEqualTo(200);
        assertThat(CONNECTOR.received()).isEmpty();
    }

    @Test
    @Requirement("T7")
    void somebody_without_an_object_id_is_turned_away_politely_whatever_the_card_says() {
        ObjectNode message = anas().message("approve 1042");
        ((ObjectNode) message.path("from")).remove("aadObjectId");
        ObjectNode press = anas().execute("approve", JSON.createObjectNode().put("aadObjectId", ana.objectId()), "1:1");
        ((ObjectNode) press.path("from")).put("aadObjectId", " ");

        chat.post(message);
        assertError(press, 403);

        chat.as(ana).sees("members of this organisation");
        assertThat(script.heard()).isEmpty();
    }

    @Test
    @Requirement("T8")
    void guests_and_people_of_other_tenants_in_the_conversation_are_turned_away() {
        ObjectNode guest = anas().message("hello");
        ((ObjectNode) guest.path("from")).put("userRole", "guest");
        ObjectNode federated = anas().message("hello");
        ((ObjectNode) federated.path("from")).put("tenantId", UUID.randomUUID().toString());

        chat.post(guest);
        chat.post(federated);

        assertThat(script.heard()).isEmpty();
        assertThat(CONNECTOR.received())
                .hasSize(2)
                .allSatisfy(sent -> assertThat(sent.text()).contains("members of this organisation"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T10:00:00Z",
                "2026-11-22T10:00:00.5Z",
                "2026-11-22T10:00:00.1234567Z",
                "2026-11-22T11:00:00+01:00"
            })
    void timestamps_are_read_however_teams_writes_them(String timestamp) {
        assertThat(chat.post(anas().message("hello")
                                .put("type", "messageUpdate")
                                .put("timestamp", timestamp))
                        .statusCode())
                .isEqualTo(200);
        assertThat(script.heard()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "null",
                "[]",
                "42",
                "\"text\"",
                "{}",
                "{\"type\":\"message\"}",
                "{\"type\":{}}",
                "{} {}",
                "{\"type\":\"message\",\"timestamp\":\"yesterday\"}"
            })
    @Requirement("T27")
    void a_malformed_activity_is_refused_with_a_reference_and_nothing_else(String body) {
        HttpResponse<String> response = chat.post(body.getBytes(StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).propertyNames())
                .containsExactlyInAnyOrder("status", "title", "reference");
        assertThat(response.body()).doesNotContain("Exception");
    }

    @Test
    void activities_with_holes_are_refused() {
        for (String field : new String[] {"type", "channelId", "serviceUrl", "conversation"}) {
            ObjectNode message = anas().message("hello");
            message.remove(field);
            assertThat(chat.post(message).statusCode()).as(field).isEqualTo(400);
        }
        ObjectNode bare = anas().message("hello");
        bare.remove(java.util.List.of(
                "id", "timestamp", "localTimestamp", "locale", "recipient", "channelData", "text", "textFormat"));
        assertThat(chat.post(bare).statusCode()).isEqualTo(200);
        ObjectNode odd = anas().message("hello").put("locale", "not a locale!").put("textFormat", "fancy");
        assertThat(chat.post(odd).statusCode()).isEqualTo(200);
    }

    @Test
    void a_huge_a_deep_and_a_garbled_activity_are_refused() {
        assertThat(chat.post(anas().message("x".repeat(300_000))).statusCode()).isEqualTo(413);
        assertThat(chat.post(("[".repeat(100_000)).getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(chat.post(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'})
                        .statusCode())
                .isEqualTo(400);
        chat.as(ana).says("😀 <b>${x}</b> *_[](http://x)").seesCard("heard");
        assertThat(script.lastHeard().ask()).isEqualTo(new ChatInput.TypedText("😀 <b>${x}</b> *_[](http://x)"));
    }

    @Test
    void only_json_is_taken_and_only_by_post() {
        assertThat(send("POST", "/api/messages", "text/plain").statusCode()).isEqualTo(415);
        assertThat(send("GET", "/api/messages", "application/json").statusCode())
                .isIn(401, 403, 405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator",
                "/h2-console",
                "/api/other",
                "/.well-known/oauth-protected-resource",
                "/WEB-INF/web.xml",
                "/..%2fapplication.yaml"
            })
    void all_other_doors_are_shut(String path) {
        HttpResponse<String> response = send("GET", path, "application/json");
        assertThat(response.statusCode()).isIn(400, 401, 403, 404);
        assertThat(response.body()).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/livez",
                "/readyz",
                "/actuator/prometheus"
            })
    void health_and_metrics_can_be_asked_for(String path) {
        assertThat(send("GET", path, "application/json").statusCode()).isEqualTo(200);
    }

    @Test
    void requests_are_timed_as_a_whole_and_no_filter_by_itself() {
        chat.as(ana).says("hello");

        assertThat(send("GET", "/actuator/prometheus", "application/json").body())
                .containsPattern("http_server_requests_seconds_count\\{[^}]*uri=\"/api/messages\"")
                .doesNotContain("spring_security");
    }

    private HttpResponse<String> send(String method, String path, String contentType) {
        return chat.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", contentType)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://smba.trafficmanager.net/emea/",
                "http://169.254.169.254/",
                "http://10.0.0.1:3978/",
                "file:///etc/passwd",
                "http://localhost@evil.example/",
                "https://evil.example/",
                "http://127.0.0.1.evil.example/",
                "not a url"
            })
    void nothing_is_sent_to_another_machine(String serviceUrl) {
        assertThat(chat.post(anas().message("hello").put("serviceUrl", serviceUrl))
                        .statusCode())
                .isEqualTo(403);
        assertThat(script.heard()).isEmpty();
    }

    @Test
    void a_slow_answer_is_announced_by_typing() {
        script.answers((_, _) -> slow(1500));
        chat.as(ana).says("check all").seesCard("slow");

        assertThat(CONNECTOR.received()).extracting(Received::type).containsExactly("typing", "message");
    }

    @Test
    @Requirement("T17")
    void a_press_that_takes_long_is_answered_in_time_and_the_card_follows() throws InterruptedException {
        var release = new CountDownLatch(1);
        script.answers((_, _) -> {
            hold(release);
            return new Answer.Sorry("applied");
        });
        long before = System.nanoTime();
        HttpResponse<String> response = chat.post(anas().execute("approve", JSON.createObjectNode(), "1:99"));
        Duration took = Duration.ofNanos(System.nanoTime() - before);

        assertThat(took).isLessThan(Duration.ofSeconds(3));
        assertThat(JSON.readTree(response.body()).path("value").asString())
                .isEqualTo("Received. I will update this card.");
        assertThat(CONNECTOR.received()).isEmpty();

        release.countDown();
        await().untilAsserted(() -> assertThat(CONNECTOR.received())
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.method()).isEqualTo("PUT");
                    assertThat(sent.activityId()).isEqualTo("1:99");
                    assertThat(sent.text()).contains("applied");
                }));
    }

    @Test
    void how_far_a_long_answer_is_is_shown_until_it_takes_its_place() {
        var release = new CountDownLatch(1);
        script.answers((_, _) -> {
            AnswerProgress.tell(() -> new Answer.Sorry("3 so far"));
            hold(release);
            return new Answer.Sorry("all 9");
        });
        var turn = CompletableFuture.runAsync(() -> chat.post(anas().message("check all")));
        await().untilAsserted(() -> assertThat(CONNECTOR.received())
                .filteredOn(sent -> sent.type().equals("message"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.text()).contains("3 so far")));
        release.countDown();
        turn.join();

        await().untilAsserted(() -> assertThat(CONNECTOR.received()).last().satisfies(sent -> {
            assertThat(sent.method()).isEqualTo("PUT");
            assertThat(sent.text()).contains("all 9");
        }));
        assertThat(CONNECTOR.received())
                .filteredOn(sent -> sent.type().equals("message"))
                .extracting(Received::activityId)
                .hasSize(2)
                .containsOnly(CONNECTOR.received().getLast().activityId());
    }

    @Test
    void a_press_shows_how_far_its_answer_is_in_the_place_of_its_card() {
        var release = new CountDownLatch(1);
        script.answers((_, _) -> {
            AnswerProgress.tell(() -> new Answer.Sorry("3 so far"));
            hold(release);
            return new Answer.Sorry("all 9");
        });
        assertThat(chat.post(anas().execute("check", JSON.createObjectNode(), "1:99"))
                        .body())
                .contains("3 so far");
        release.countDown();

        await().untilAsserted(() -> assertThat(CONNECTOR.received())
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.activityId()).isEqualTo("1:99");
                    assertThat(sent.text()).contains("all 9");
                }));
    }

    @Test
    void a_chat_that_fails_against_its_promise_does_not_take_the_endpoint_down() {
        script.answers((_, _) -> {
            throw new IllegalStateException("secret detail");
        });
        assertThat(chat.post(anas().message("hello")).statusCode()).isEqualTo(200);
        HttpResponse<String> pressed = chat.post(anas().execute("x", JSON.createObjectNode(), "1:1"));
        assertThat(pressed.body()).doesNotContain("secret").contains("application/vnd.microsoft.error");

        script.startsOver();
        chat.as(ana).says("again").seesCard("heard");
    }

    @Test
    void people_are_answered_even_while_the_database_is_out_of_reach() {
        script.answers((_, _) -> ScriptedChat.about("SC-1", "still there"));
        addresses.outOfReach(true);
        chat.as(ana).says("hello").seesCard("still there");
    }

    @ParameterizedTest
    @CsvSource({
        "500,whether my last answer reached you",
        "504,whether my last answer reached you",
        "413,too large for Teams"
    })
    void who_may_not_have_got_an_answer_is_told_so_in_a_short_text_and_not_sent_it_twice(int status, String text) {
        CONNECTOR.next(Trouble.status(status));
        assertThat(chat.post(anas().message("hello")).statusCode()).isEqualTo(200);
        assertThat(CONNECTOR.received()).singleElement().satisfies(sent -> {
            assertThat(sent.text()).contains(text);
            assertThat(sent.card()).isEmpty();
        });

        chat.as(ana).says("again").seesCard("heard");
    }

    private static Answer slow(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new Answer.Sorry("slow");
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
