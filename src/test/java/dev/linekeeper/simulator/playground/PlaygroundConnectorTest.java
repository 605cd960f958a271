package dev.linekeeper.simulator.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The connector as a bot uses it, and the page's own interface, over HTTP. */
class PlaygroundConnectorTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MEGANS_CHAT = "a:" + Contoso.MEGAN.oid();
    private static final String CHANNEL = "19:linekeeper-requests@thread.tacv2";
    private static final String CARD =
            "{\"type\":\"message\",\"attachments\":[{\"contentType\":\"application/vnd.microsoft.card.adaptive\","
                    + "\"content\":{\"type\":\"AdaptiveCard\",\"version\":\"1.5\",\"body\":[]}}]}";

    private static final String OFFER =
            "{\"type\":\"message\",\"attachments\":[{\"contentType\":\"application/vnd.microsoft.teams.card.file.consent\","
                + "\"name\":\"report.csv\",\"content\":{\"description\":\"x\",\"sizeInBytes\":10}}]}";

    private static PlaygroundServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = PlaygroundServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void what_the_bot_sends_is_shown_and_can_be_replaced_and_removed() {
        var sent = bot("POST", activities(MEGANS_CHAT), message("one"));
        assertThat(sent.statusCode()).isEqualTo(201);
        var id = json(sent).path("id").asString();
        assertThat(shown(Contoso.MEGAN, MEGANS_CHAT, id).at("/content/text").asString())
                .isEqualTo("one");

        assertThat(bot("PUT", activities(MEGANS_CHAT) + "/" + id, CARD).statusCode())
                .isEqualTo(200);
        var replaced = shown(Contoso.MEGAN, MEGANS_CHAT, id);
        assertThat(replaced.path("cards").size()).isEqualTo(1);
        assertThat(replaced.path("edited").asBoolean()).isTrue();

        assertThat(bot("DELETE", activities(MEGANS_CHAT) + "/" + id, null).statusCode())
                .isEqualTo(200);
        assertThat(shown(Contoso.MEGAN, MEGANS_CHAT, id).path("state").asString())
                .isEqualTo("REMOVED");
    }

    @Test
    void unknown_conversations_and_activities_are_faults_as_of_the_connector() {
        var nowhere = bot("POST", activities("a:nobody"), message("x"));
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(json(nowhere).path("error").path("code").asString()).isEqualTo("ConversationNotFound");
        assertThat(bot("PUT", activities(MEGANS_CHAT) + "/123", message("x")).statusCode())
                .isEqualTo(404);
        assertThat(bot("PUT", activities(MEGANS_CHAT) + "/x%20y", message("x")).statusCode())
                .isEqualTo(404);
        assertThat(bot("POST", activities(MEGANS_CHAT), message("x".repeat(120_000)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(bot("POST", activities(MEGANS_CHAT), "{").statusCode()).isEqualTo(400);
    }

    @Test
    void a_chat_is_opened_with_somebody_who_never_wrote() {
        var opened =
                bot("POST", "/connector/v3/conversations", "{\"members\":[{\"id\":\"29:" + Contoso.LEE.oid() + "\"}]}");
        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(json(opened).path("id").asString()).isEqualTo("a:" + Contoso.LEE.oid());
        assertThat(bot("POST", "/connector/v3/conversations", "{\"members\":[{\"id\":\"29:nobody\"}]}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void members_are_those_of_the_conversation() {
        var all = bot("GET", "/connector/v3/conversations/" + encoded(CHANNEL) + "/pagedmembers", null);
        assertThat(json(all).path("members").size()).isEqualTo(4);
        var lee = bot("GET", "/connector/v3/conversations/" + encoded(CHANNEL) + "/members/" + Contoso.LEE.oid(), null);
        assertThat(json(lee).path("aadObjectId").asString()).isEqualTo(Contoso.LEE.oid());
        var stranger = bot(
                "GET", "/connector/v3/conversations/" + encoded(MEGANS_CHAT) + "/members/" + Contoso.LEE.oid(), null);
        assertThat(stranger.statusCode()).isEqualTo(404);
    }

    @Test
    void what_somebody_says_reaches_the_bot_as_teams_would_send_it() {
        page("POST", "/messages", said(Contoso.MEGAN, MEGANS_CHAT, "check adele"));
        var activity = heard("check adele");
        assertThat(activity.path("from").path("aadObjectId").asString()).isEqualTo(Contoso.MEGAN.oid());
        assertThat(activity.path("from").path("id").asString()).isNotEqualTo(Contoso.MEGAN.oid());
        assertThat(activity.path("conversation").path("conversationType").asString())
                .isEqualTo("personal");
        assertThat(activity.path("conversation").path("tenantId").asString()).isEqualTo(Contoso.TENANT);
        assertThat(activity.path("channelData").path("tenant").path("id").asString())
                .isEqualTo(Contoso.TENANT);
        assertThat(activity.path("channelId").asString()).isEqualTo("msteams");
        assertThat(activity.path("timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(activity.path("serviceUrl").asString()).isEqualTo(server.url() + "/connector/");
    }

    @Test
    void in_the_channel_only_mentions_reach_the_bot_and_answers_stay_in_the_thread() {
        page("POST", "/messages", said(Contoso.MEGAN, CHANNEL, "good morning"));
        page("POST", "/messages", said(Contoso.MEGAN, CHANNEL, "@linekeeper check @Adele Vance"));
        var activity = heard("<at>Linekeeper</at> check <at>Adele Vance</at>");
        assertThat(activity.path("entities")
                        .valueStream()
                        .filter(it -> it.path("type").asString().equals("mention"))
                        .count())
                .isEqualTo(2);
        var thread = activity.path("conversation").path("id").asString();
        assertThat(thread)
                .isEqualTo(CHANNEL + ";messageid=" + activity.path("id").asString());
        assertThat(server.bot().heard("message"))
                .noneMatch(it -> it.path("text").asString("").equals("good morning"));

        var reply = json(bot("POST", activities(thread), message("in the thread")));
        assertThat(shown(Contoso.LEE, CHANNEL, reply.path("id").asString())
                        .path("thread")
                        .asString())
                .isEqualTo(activity.path("id").asString());
    }

    @Test
    void everybody_gets_the_bot_with_the_first_visitor() {
        page("GET", "/desk?as=megan", null);
        await().until(() -> server.bot().heard("installationUpdate").size() >= 4);
        assertThat(server.bot()
                        .heard("conversationUpdate")
                        .getFirst()
                        .path("membersAdded")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo("28:linekeeper");
    }

    @Test
    void nobody_reads_what_is_said_in_somebody_elses_chat() {
        assertThat(page("GET", "/messages?as=lee&room=" + encoded(MEGANS_CHAT), null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void bad_requests_of_the_page_are_answered_in_words() {
        assertThat(json(page("POST", "/messages", said(Contoso.MEGAN, MEGANS_CHAT, " ")))
                        .path("what")
                        .asString())
                .isEqualTo("There is nothing to send.");
        assertThat(page("POST", "/messages", said(Contoso.MEGAN, MEGANS_CHAT, "x".repeat(28_001)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(page("GET", "/messages?as=nobody&room=x", null).statusCode()).isEqualTo(404);
        assertThat(page(
                                "POST",
                                "/messages/1/press",
                                "{\"as\":\"megan\",\"locale\":\"en-US\",\"card\":0,\"accept\":false}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_refresh_that_comes_late_does_not_replace_the_card_of_a_press() throws InterruptedException {
        var card = CARD.replace(
                "\"body\"", "\"refresh\":{\"action\":{\"type\":\"Action.Execute\",\"verb\":\"late\"}},\"body\"");
        var id = json(bot("POST", activities(MEGANS_CHAT), card)).path("id").asString();
        var refresh = Thread.startVirtualThread(() -> page("POST", "/messages/" + id + "/refresh", pressed("late")));
        await().until(() -> server.bot().heard("invoke").stream()
                .anyMatch(it -> it.at("/value/trigger").asString("").equals("automatic")));
        page("POST", "/messages/" + id + "/press", pressed("mine"));
        refresh.join();
        assertThat(shown(Contoso.MEGAN, MEGANS_CHAT, id).path("cards").toString())
                .contains(Contoso.MEGAN.name());
    }

    @Test
    void another_site_in_the_same_browser_cannot_drive_the_page_or_the_connector() {
        var body = said(Contoso.MEGAN, MEGANS_CHAT, "enrol mallory");
        var foreign = Map.of("Origin", "https://evil.example", "Content-Type", "application/json");
        assertThat(call("POST", "/playground/api/messages", body, foreign).statusCode())
                .isEqualTo(403);
        assertThat(call("POST", activities(MEGANS_CHAT), message("x"), foreign).statusCode())
                .isEqualTo(403);
        assertThat(call("POST", "/playground/api/start-over", "", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(call("POST", activities(MEGANS_CHAT), message("x"), Map.of("Content-Type", "text/plain"))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void the_page_lets_nothing_from_elsewhere_in() {
        var html = call("GET", "/", null, Map.of());
        assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'");
        assertThat(html.body()).doesNotContain("http://", "https://");
    }

    @Test
    void files_come_back_to_be_saved_and_never_to_be_shown() {
        var file = json(page("POST", "/files?name=" + encoded("../../x<y>.html"), "<script>"));
        var back = call("GET", "/connector/files/" + file.path("id").asString(), null, Map.of());
        assertThat(back.body()).isEqualTo("<script>");
        assertThat(back.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(back.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/octet-stream");
        assertThat(page("POST", "/files?name=big", "x".repeat(FilesController.LARGEST + 1))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_file_is_taken_from_the_bot_once_in_one_piece_and_only_when_somebody_allowed_it() {
        var offered =
                json(bot("POST", activities(MEGANS_CHAT), OFFER)).path("id").asString();
        var consent = page(
                "POST",
                "/messages/" + offered + "/consent",
                "{\"as\":\"" + Contoso.MEGAN.oid() + "\",\"locale\":\"en-US\",\"card\":0,\"accept\":true}");
        assertThat(json(consent).path("kind").asString()).isEqualTo("DONE");
        var upload = server.bot().heard("invoke").getLast().at("/value/uploadInfo");
        var path = "/connector/files/" + upload.path("uniqueId").asString();
        assertThat(call("GET", path, null, Map.of()).body()).isEqualTo("user\nadele");

        var whole = Map.of("Content-Range", "bytes 0-9/10");
        assertThat(call("PUT", path, "user\nadele", whole).statusCode()).isEqualTo(404);
        assertThat(call("PUT", "/connector/files/never", "user\nadele", whole).statusCode())
                .isEqualTo(404);
        assertThat(call("PUT", path, "user\nadele", Map.of()).statusCode()).isEqualTo(400);
        assertThat(call("PUT", path, "user", whole).statusCode()).isEqualTo(400);
    }

    private static JsonNode heard(String text) {
        return await().until(
                        () -> server.bot().heard("message").stream()
                                .filter(it -> it.path("text").asString("").equals(text))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private JsonNode shown(Persona viewer, String room, String id) {
        return json(page("GET", "/messages?as=" + viewer.oid() + "&room=" + encoded(room), null))
                .valueStream()
                .filter(message -> message.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> bot(String method, String path, String body) {
        return call(method, path, body, Map.of("Content-Type", "application/json"));
    }

    private HttpResponse<String> page(String method, String path, String body) {
        return call(
                method,
                "/playground/api" + path,
                body,
                Map.of("Content-Type", "application/json", LocalPageFilter.PAGE_HEADER, "page"));
    }

    private HttpResponse<String> call(String method, String path, String body, Map<String, String> headers) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(server.url() + path)).method(method, publisher);
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static String activities(String conversation) {
        return "/connector/v3/conversations/" + encoded(conversation) + "/activities";
    }

    private static String message(String text) {
        return ScriptedBot.message(text).toString();
    }

    private static String said(Persona who, String room, String text) {
        return JSON.createObjectNode()
                .put("as", who.oid())
                .put("locale", "en-US")
                .put("room", room)
                .put("text", text)
                .toString();
    }

    private static String pressed(String verb) {
        var body = JSON.createObjectNode()
                .put("as", Contoso.MEGAN.oid())
                .put("locale", "en-US")
                .put("card", 0)
                .put("accept", false);
        body.putObject("action").put("type", "Action.Execute").put("verb", verb);
        return body.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
