package dev.linekeeper.adapter.teams;

import static dev.linekeeper.adapter.teams.files.UnkindServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.adapter.teams.files.UnkindServer;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.files.AttachedFile;
import dev.linekeeper.chat.files.FileOffer;
import dev.linekeeper.conversation.Received;
import dev.linekeeper.conversation.Someone;
import dev.linekeeper.core.tenant.Explanation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file is offered in a person's own chat, put where they keep files when they say yes, and nobody else gets it. */
@ExtendWith(OutputCaptureExtension.class)
class OfferedFilesTest extends BotInARoom {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONSENT = "application/vnd.microsoft.teams.card.file.consent";
    private static final String INFO = "application/vnd.microsoft.teams.card.file.info";

    private final Someone ana = Someone.of(UUID.randomUUID().toString(), "Ana");
    private final Someone ben = Someone.of(UUID.randomUUID().toString(), "Ben");
    private final AtomicInteger refusals = new AtomicInteger();

    private final UnkindServer oneDrive = new UnkindServer((_, out) -> write(
            out,
            (refusals.getAndDecrement() > 0 ? "HTTP/1.1 503 Busy" : "HTTP/1.1 201 Created")
                    + "\r\nConnection: close\r\n\r\n"));

    @BeforeEach
    void offersAFile() {
        refusals.set(0);
        script.answers((_, _) -> new Answer.OfferedFile(
                new FileOffer("SC-1042.csv", Explanation.of("chat.name", "Every row"), 3, "sample", ana.objectId())));
    }

    @AfterEach
    void closes() throws IOException {
        oneDrive.close();
    }

    /** As Microsoft's page has it, with the text in HTML that comes beside it. */
    @Test
    void a_file_that_comes_with_a_message_reaches_the_chat_and_its_address_no_log(CapturedOutput log) {
        ObjectNode message = chat.as(ana).activities().message("enrol these with London");
        message.putArray("attachments").add(JSON.readTree("""
            {"contentType": "text/html", "content": "<div><div>enrol these with London</div></div>"}\
            """)).add(JSON.readTree("""
                {"contentType": "application/vnd.microsoft.teams.file.download.info",
                 "contentUrl": "https://contoso.sharepoint.com/personal/ana/Documents/people.csv",
                 "name": "people.csv",
                 "content": {"downloadUrl": "https://contoso.sharepoint.com/download.aspx?tempauth=SECRET",
                             "uniqueId": "1150D938-8870-4044-9F2C-5BBDEBA70C9D", "fileType": "csv",
                             "etag": "123"}}\
                """));
        chat.post(message);

        assertThat(script.lastHeard().ask())
                .isEqualTo(new ChatInput.TypedText(
                        "enrol these with London",
                        List.of(new AttachedFile(
                                "people.csv",
                                AttachedFile.FileKind.READABLE,
                                "https://contoso.sharepoint.com/download.aspx?tempauth=SECRET"))));
        assertThat(log.getAll()).doesNotContain("SECRET");
    }

    @Test
    void a_file_is_offered_with_the_card_of_teams_for_it() {
        JsonNode offer = offered().activity().path("attachments").path(0);

        assertThat(offer.path("name").asString()).isEqualTo("SC-1042.csv");
        assertThat(offer.at("/content/description").asString()).isEqualTo("Every row");
        assertThat(offer.at("/content/sizeInBytes").asInt()).isEqualTo(3);
        assertThat(offer.at("/content/acceptContext")).isEqualTo(offer.at("/content/declineContext"));
        assertThat(offered().activity().has("text")).isFalse();
    }

    @Test
    void who_says_yes_gets_it_into_their_onedrive_and_the_question_goes() {
        HttpResponse<String> response = answers(ana, "accept");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(instead()).contains("SC-1042.csv is in your OneDrive");
        assertThat(oneDrive.requests())
                .singleElement()
                .satisfies(put ->
                        assertThat(put).contains("Content-Range: bytes 0-2/3").endsWith("a;b"));
        JsonNode info = attachment(INFO);
        assertThat(info.path("contentUrl").asString()).isEqualTo("https://contoso.sharepoint.com/SC-1042.csv");
        assertThat(info.path("content")).isEqualTo(JSON.readTree("{\"uniqueId\": \"u-1\", \"fileType\": \"csv\"}"));
    }

    @Test
    void who_says_no_gets_none_and_is_told_so() {
        answers(ana, "decline");
        assertThat(instead()).contains("SC-1042.csv was not saved", "You said no");
        assertThat(oneDrive.requests()).isEmpty();
    }

    @Test
    void a_file_is_put_once_however_often_yes_is_pressed() {
        answers(ana, "accept");
        answers(ana, "accept");
        assertThat(instead()).contains("is in your OneDrive");
        answers(ana, "decline");
        chat.as(ana).sees("was taken already");
        assertThat(oneDrive.requests()).hasSize(1);
    }

    @Test
    void what_the_onedrive_did_not_take_can_be_asked_for_again() {
        refusals.set(1);
        answers(ana, "accept");
        chat.as(ana).sees("Press once more");
        answers(ana, "accept");
        assertThat(instead()).contains("is in your OneDrive");
        assertThat(oneDrive.requests()).hasSize(2);
    }

    @Test
    void nobody_gets_a_file_by_the_card_of_somebody_else() {
        answers(ben, "accept");
        assertThat(instead()).contains("is not there for you");
        assertThat(oneDrive.requests()).isEmpty();
    }

    @Test
    void a_source_that_is_not_there_any_more_gives_nothing() {
        ObjectNode consent = consent(ana, "accept");
        ((ObjectNode) consent.at("/value/context")).put("source", "other");
        chat.post(consent);
        assertThat(instead()).contains("is not there for you");
    }

    @Test
    void nothing_is_put_where_files_may_not_go(CapturedOutput log) {
        ObjectNode consent = consent(ana, "accept");
        ((ObjectNode) consent.at("/value/uploadInfo")).put("uploadUrl", "https://evil.example/session?tempauth=SECRET");
        chat.post(consent);
        chat.as(ana).sees("may not be put to evil.example");
        assertThat(log.getAll()).contains("host=evil.example").doesNotContain("SECRET");
    }

    @Test
    void an_odd_answer_puts_nothing() {
        ObjectNode consent = consent(ana, "accept");
        consent.put("value", "what");
        assertThat(chat.post(consent).statusCode()).isEqualTo(200);
        assertThat(oneDrive.requests()).isEmpty();
    }

    @Test
    void a_slow_onedrive_does_not_keep_teams_waiting() throws IOException {
        try (var slow = new UnkindServer((_, out) -> {
            Thread.sleep(2_500);
            write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        })) {
            ObjectNode consent = consent(ana, "accept");
            ((ObjectNode) consent.at("/value/uploadInfo")).put("uploadUrl", slow.url("/session"));
            long begun = System.nanoTime();
            assertThat(chat.post(consent).statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(2_000));
            assertThat(instead()).contains("is in your OneDrive");
        }
    }

    @Test
    void the_button_that_asks_for_a_file_keeps_its_card() {
        var response = chat.post(chat.as(ana).activities().execute("rows", JSON.createObjectNode(), "1:1"));
        JsonNode body = JSON.readTree(response.body());
        assertThat(body.path("type").asString()).isEqualTo("application/vnd.microsoft.activity.message");
        assertThat(body.path("value").asString()).contains("below");
        assertThat(attachment(CONSENT)).isNotNull();
    }

    private Received offered() {
        chat.post(chat.as(ana).activities().message("rows"));
        return CONNECTOR
                .received(one -> one.activity()
                        .at("/attachments/0/contentType")
                        .asString("")
                        .equals(CONSENT))
                .getFirst();
    }

    private HttpResponse<String> answers(Someone person, String action) {
        return chat.post(consent(person, action));
    }

    /** As Microsoft's page has it. */
    private ObjectNode consent(Someone person, String action) {
        ObjectNode invoke = chat.as(person).activities().envelope("invoke");
        invoke.put("name", "fileConsent/invoke").put("replyToId", "1:7");
        ObjectNode value = invoke.putObject("value").put("type", "fileUpload").put("action", action);
        value.putObject("context")
                .put("source", "sample")
                .put("id", ana.objectId())
                .put("name", "SC-1042.csv");
        if (action.equals("accept")) {
            value.putObject("uploadInfo")
                    .put("contentUrl", "https://contoso.sharepoint.com/SC-1042.csv")
                    .put("name", "SC-1042.csv")
                    .put("uploadUrl", oneDrive.url("/session?tempauth=SECRET"))
                    .put("uniqueId", "u-1")
                    .put("fileType", "csv")
                    .put("etag", "123");
        }
        return invoke;
    }

    /** What stands where the question stood. */
    private String instead() {
        return await().until(
                        () -> CONNECTOR.received(one ->
                                one.method().equals("PUT") && one.activityId().equals("1:7")),
                        replaced -> !replaced.isEmpty())
                .getLast()
                .text();
    }

    private JsonNode attachment(String type) {
        return await().until(
                        () -> CONNECTOR.received().stream()
                                .map(one -> one.activity().path("attachments").path(0))
                                .filter(one ->
                                        one.path("contentType").asString("").equals(type))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }
}
