package dev.linekeeper.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One person's side of a conversation: what they do, and what they then see. */
public final class Talk {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Chatroom room;
    private final Activities activities;
    private final Map<String, Face> faces = new ConcurrentHashMap<>();
    private String lastSeen = "";

    /** What a press made of a card for this person: shown until the bot replaces the card, after {@code sent} messages. */
    private record Face(JsonNode card, int sent) {}

    Talk(Chatroom room, Activities activities) {
        this.room = room;
        this.activities = activities;
    }

    /** Says something and waits until the bot has taken it. In a channel the bot is mentioned. */
    public Talk says(String text) {
        post(activities.conversationType().equals("personal") ? activities.message(text) : mention(text));
        return this;
    }

    private ObjectNode mention(String text) {
        ObjectNode message = activities.message("<at>Linekeeper</at> " + text);
        var mention =
                message.putArray("entities").addObject().put("type", "mention").put("text", "<at>Linekeeper</at>");
        mention.putObject("mentioned").put("id", Activities.BOT).put("name", "Linekeeper");
        return message;
    }

    /** Presses the button of that title on the newest card that has one. */
    public Talk presses(String title) {
        return presses(title, Map.of());
    }

    /** The same, after filling in inputs by their ids. */
    public Talk presses(String title, Map<String, String> inputs) {
        Received shown = shownWith(title);
        JsonNode action = action(shown, title);
        ObjectNode data = action.path("data").isObject()
                ? action.path("data").asObject().deepCopy()
                : JsonNodeFactory.instance.objectNode();
        inputs.forEach(data::put);
        if ("Action.Submit".equals(action.path("type").asString(""))) {
            post(activities.submit(data, shown.activityId()));
        } else {
            take(
                    post(activities.execute(action.path("verb").asString(""), data, shown.activityId())),
                    shown.activityId());
        }
        return this;
    }

    /** Waits until something they see says all of this; the newest message that does becomes the one looked at. */
    public Talk sees(String... texts) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(find(texts))
                        .as("%s sees %s in:\n%s", activities.person().name(), List.of(texts), transcript())
                        .isPresent());
        lastSeen = find(texts).orElseThrow().activityId();
        return this;
    }

    /** The same for a message that is a card. */
    public Talk seesCard(String... texts) {
        sees(texts);
        assertThat(looksAt().card()).as("a card").isPresent();
        return this;
    }

    /** Nothing they see says this. */
    public Talk doesNotSee(String text) {
        assertThat(transcript()).doesNotContain(text);
        return this;
    }

    /** The message last found by {@link #sees}. */
    public Received looksAt() {
        return shown().filter(one -> one.activityId().equals(lastSeen))
                .findFirst()
                .orElseThrow();
    }

    public List<String> buttons() {
        return looksAt().buttons();
    }

    public Activities activities() {
        return activities;
    }

    /** Everything they see, oldest first, as they see it now. */
    public String transcript() {
        return shown().map(Received::text).collect(Collectors.joining("\n---\n"));
    }

    private HttpResponse<String> post(JsonNode activity) {
        HttpResponse<String> response = room.post(activity);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response;
    }

    /** A response may carry the card's new face, or a message about it. */
    private void take(HttpResponse<String> response, String activityId) {
        JsonNode body = JSON.readTree(response.body());
        switch (body.path("type").asString("")) {
            case "application/vnd.microsoft.card.adaptive" -> {
                faces.put(
                        activityId,
                        new Face(body.path("value"), room.connector().received().size()));
                lastSeen = activityId;
            }
            case "application/vnd.microsoft.activity.message" -> {}
            default -> throw new AssertionError("The press failed: " + response.body());
        }
    }

    private Optional<Received> find(String... texts) {
        return shown().filter(one -> Stream.of(texts).allMatch(one.text()::contains))
                .reduce((_, newer) -> newer);
    }

    private Received shownWith(String title) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shown().flatMap(one -> one.buttons().stream()))
                        .as("a button in:\n%s", transcript())
                        .contains(title));
        return shown().filter(one -> one.buttons().contains(title))
                .reduce((older, newer) -> older.activityId().equals(lastSeen) ? older : newer)
                .orElseThrow(() -> new NoSuchElementException(title));
    }

    private static JsonNode action(Received shown, String title) {
        return shown.actions().stream()
                .filter(action -> action.path("title").asString("").equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** Messages as they now look: replaced where the bot replaced them, or where a press gave them a new face. */
    private Stream<Received> shown() {
        List<Received> all = room.connector().received();
        return all.stream()
                .filter(one -> one.conversationId().equals(activities.conversationId())
                        || one.conversationId().equals(activities.channelId()))
                .filter(one -> one.method().equals("POST") && one.type().equals("message"))
                .map(posted -> asItLooks(posted, all));
    }

    private Received asItLooks(Received posted, List<Received> all) {
        int latest = IntStream.range(0, all.size())
                .filter(index -> all.get(index).activityId().equals(posted.activityId())
                        && all.get(index).conversationId().equals(posted.conversationId()))
                .max()
                .orElseThrow();
        Face face = faces.get(posted.activityId());
        return face != null && latest < face.sent() ? withFace(posted, face.card()) : all.get(latest);
    }

    private static Received withFace(Received shown, JsonNode card) {
        ObjectNode activity = shown.activity().asObject().deepCopy();
        activity.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .set("content", card);
        return new Received("RESPONSE", shown.conversationId(), shown.activityId(), activity, "");
    }
}
