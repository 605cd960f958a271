package dev.linekeeper.app.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.linekeeper.app.DemoJourney;
import dev.linekeeper.conversation.GivenList;
import dev.linekeeper.conversation.Received;
import dev.linekeeper.conversation.Talk;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import dev.linekeeper.simulator.powershell.UserObjects;
import dev.linekeeper.simulator.state.OpenedTenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of three hundred rows, twenty of them bad in as many ways, from the chat to the undo. Limits are about twice what it
 * takes. {@code src/bench/bulk/chat.sh} does the same with ten thousand, with kills, and in the page.
 */
class LongListJourneyTest extends DemoJourney {
    private static final GivenList LIST = GivenList.of(300, 1);
    private static final int PEOPLE = LIST.ready().size();
    private static final int MOST_CALLS_A_PERSON = 12;
    private static final int MOST_MESSAGES = 180;

    @Autowired
    private ApiThrottle throttle;

    @Autowired
    private OpenedTenant tenant;

    @Autowired
    private JdbcClient database;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private HttpServer oneDrive;

    @DynamicPropertySource
    static void aLargerTenant(DynamicPropertyRegistry settings) throws IOException {
        var tenant =
                Files.writeString(data.resolve("larger.json"), LIST.tenant().toString());
        settings.add("linekeeper.tenant-file", tenant::toString);
        settings.add("linekeeper.emulator.grant-delay", () -> "0s");
        settings.add("linekeeper.throttle.directory.calls-per-second", () -> "200");
        settings.add("linekeeper.throttle.app-installation.calls-per-second", () -> "200");
    }

    @BeforeEach
    void start() throws IOException {
        oneDrive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        oneDrive.createContext("/", this::file);
        oneDrive.start();
    }

    /** Not before everybody is told: an embedded database is not closed under those who write to it. */
    @AfterEach
    void stop() {
        patiently()
                .until(() -> database.sql("select count(due) from message")
                        .query(Long.class)
                        .single()
                        .equals(0L));
        oneDrive.stop(0);
    }

    @Test
    void three_hundred_rows_are_judged_by_number_asked_for_stopped_by_a_fault_resumed_and_taken_back() {
        Talk ana = as("ana.ruiz");
        Talk lee = as("lee.chen");
        Talk priya = as("priya.nair");
        lee.says("hello");
        priya.says("hello");
        Map<String, ObjectNode> before = people();
        long callsBefore = calls();
        Set<String> deciding = Stream.of(ana, lee, priya)
                .map(talk -> talk.activities().conversationId())
                .collect(Collectors.toSet());

        send(ana);
        waitUntil(ana, PEOPLE + " ready");
        ana.sees(PEOPLE
                + " ready, 2 with your yes, 1 there already, 5 blocked, 3 not found, 1 ambiguous, 2 twice, 6"
                + " not taken");
        var rows = GivenList.cells(take(ana, "report of import " + number(ana, "List SC-(\\d+)")));
        assertThat(rows.stream().collect(Collectors.toMap(row -> Integer.valueOf(row.getFirst()), row -> row.get(3))))
                .isEqualTo(LIST.outcomes());

        ana.presses("Ask for the %d who are ready".formatted(PEOPLE));
        waitUntil(ana, "Asked for %d people".formatted(PEOPLE));
        String request = number(ana, "people with SC-(\\d+)");
        approve(lee, "Enrol %d people".formatted(PEOPLE), "Waiting");
        fault("{\"kind\": \"access-denied\", \"path\": \"assign\", \"times\": 0}");
        approve(priya, "Enrol %d people".formatted(PEOPLE), "1 of 2");
        waitUntil(ana, "Not all of those who were first ended well");
        calm();
        ana.presses("Go on");
        waitUntil(ana, "%d of %d done, 3 stopped".formatted(PEOPLE - 3, PEOPLE));
        ana.presses("Try again who stopped");
        waitUntil(ana, "%d of %d done".formatted(PEOPLE, PEOPLE));
        Set<String> others = before.keySet().stream()
                .filter(name -> !LIST.ready().contains(name))
                .collect(Collectors.toSet());
        Map<String, ObjectNode> now = people();
        assertThat(LIST.ready()).allMatch(name -> isEnrolled(now.get(name)));
        assertThat(others).allMatch(name -> now.get(name).equals(before.get(name)));
        assertThat(GivenList.cells(take(ana, "result SC-" + request)))
                .hasSize(PEOPLE)
                .allSatisfy(row -> assertThat(row.get(4)).contains("Done"))
                .extracting(row -> row.get(1))
                .hasSameElementsAs(LIST.ready());

        ana.says("undo SC-%s because the wrong week".formatted(request));
        approve(lee, "Take back what was done for %d people".formatted(PEOPLE), "Waiting");
        approve(priya, "Take back what was done for %d people".formatted(PEOPLE), "1 of 2");
        waitUntil(ana, "%d taken back".formatted(PEOPLE));
        assertThat(people()).isEqualTo(before);

        assertThat((calls() - callsBefore) / PEOPLE).as("calls a person").isLessThanOrEqualTo(MOST_CALLS_A_PERSON);
        assertThat(connector.received(one -> one.type().equals("message") && deciding.contains(one.conversationId())))
                .as("messages, cards and changes of them to the requester and the approvers")
                .hasSizeLessThanOrEqualTo(MOST_MESSAGES);
    }

    /** The second of two approvers waits for the card that says so: what is pressed before is asked anew. */
    private void approve(Talk talk, String title, String approvals) {
        waitUntil(talk, title);
        patiently().until(() -> talk.seesCard(title).looksAt().text().contains(approvals));
        talk.seesCard(title).presses("Approve").presses("Yes, approve");
    }

    /** Everybody as they are in the tenant, by the names they sign in with. */
    private Map<String, ObjectNode> people() {
        return new UserObjects(tenant.model())
                .people()
                .collect(Collectors.toMap(
                        person -> person.path("UserPrincipalName").asString(), person -> person));
    }

    private static boolean isEnrolled(ObjectNode person) {
        return person.path("EffectivePolicyAssignments").toString().contains("\"Seattle\"")
                && person.path("EnterpriseVoiceEnabled").asBoolean();
    }

    private long calls() {
        return Arrays.stream(RateLimitedApi.values())
                .mapToLong(api -> throttle.callCounts(api).calls())
                .sum();
    }

    /** Looking is work too: all that was ever said is read each time. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500));
    }

    private static void waitUntil(Talk talk, String text) {
        patiently().until(() -> talk.transcript().contains(text));
    }

    private static String number(Talk talk, String pattern) {
        var found = Pattern.compile(pattern).matcher(talk.transcript().replace("\\", ""));
        assertThat(found.find()).as(talk.transcript()).isTrue();
        return found.group(1);
    }

    private void send(Talk talk) {
        String address = address("people.csv");
        files.put("/people.csv", LIST.csv());
        ObjectNode message = talk.activities().message("enrol these with Seattle because a big move");
        message.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.teams.file.download.info")
                .put("contentUrl", address)
                .put("name", "people.csv")
                .putObject("content")
                .put("downloadUrl", address)
                .put("uniqueId", "1")
                .put("fileType", "csv");
        chat.post(message);
    }

    /** What is in the file that the bot offers. */
    private String take(Talk talk, String sentence) {
        talk.says(sentence);
        List<Received> offers = await().until(
                        () -> connector.received(one -> !one.activity()
                                .at("/attachments/0/content/acceptContext")
                                .isMissingNode()),
                        found -> !found.isEmpty()
                                && !files.containsKey(
                                        "/" + found.getLast().activityId().replace(":", "")));
        Received offer = offers.getLast();
        String name = offer.activityId().replace(":", "");
        ObjectNode invoke = talk.activities()
                .envelope("invoke")
                .put("name", "fileConsent/invoke")
                .put("replyToId", offer.activityId());
        ObjectNode value = invoke.putObject("value").put("type", "fileUpload").put("action", "accept");
        value.set("context", offer.activity().at("/attachments/0/content/acceptContext"));
        value.putObject("uploadInfo")
                .put("uploadUrl", address(name))
                .put("contentUrl", address(name))
                .put("name", name)
                .put("uniqueId", name)
                .put("fileType", "csv");
        chat.post(invoke);
        return new String(
                await().until(() -> files.getOrDefault("/" + name, new byte[0]), content -> content.length > 0),
                StandardCharsets.UTF_8);
    }

    private String address(String name) {
        return "http://127.0.0.1:%d/%s".formatted(oneDrive.getAddress().getPort(), name);
    }

    private void file(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath();
        try (exchange) {
            if (exchange.getRequestMethod().equals("PUT")) {
                files.put(name, exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(201, -1);
            } else {
                byte[] content = files.getOrDefault(name, new byte[0]);
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
        }
    }

    private void fault(String wish) {
        faults("POST", BodyPublishers.ofString(wish));
    }

    private void calm() {
        faults("DELETE", BodyPublishers.noBody());
    }

    private void faults(String method, HttpRequest.BodyPublisher body) {
        var answer = chat.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/emulator/faults".formatted(port)))
                .header("Content-Type", "application/json")
                .method(method, body)
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
