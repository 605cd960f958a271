import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do in Teams. An activity goes to any replica, and again to any with the same id while it is not answered with
 * 2xx, as Teams delivers.
 */
final class Desk {
    private final HttpClient http;
    private final Teams teams;
    private final List<Replica> replicas;
    private final String tenant;
    private final Random random;
    volatile int redelivered;

    Desk(HttpClient http, Teams teams, List<Replica> replicas, String tenant, long seed) {
        this.http = http;
        this.teams = teams;
        this.replicas = replicas;
        this.tenant = tenant;
        this.random = new Random(seed);
    }

    static String chat(String person) {
        return "a:" + person;
    }

    void installs(String person) throws InterruptedException {
        deliver(activity("installationUpdate", person).put("action", "add"));
    }

    void says(String person, String text) throws InterruptedException {
        deliver(activity("message", person).put("text", text));
    }

    /** Sends a file with some words. */
    void sends(String person, String name, byte[] content, String text) throws InterruptedException {
        var message = activity("message", person).put("text", text);
        var file = message.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.teams.file.download.info")
                .put("contentUrl", teams.attach(name, content))
                .put("name", name);
        file.putObject("content")
                .put("downloadUrl", teams.attach(name, content))
                .put("uniqueId", name)
                .put("fileType", "csv");
        deliver(message);
    }

    /** Allows a file that is offered, to be put under that name. */
    void allows(String person, Teams.Message offer, String name) throws InterruptedException {
        var invoke =
                activity("invoke", person).put("name", "fileConsent/invoke").put("replyToId", offer.id);
        var value = invoke.putObject("value").put("type", "fileUpload").put("action", "accept");
        value.set("context", offer.card().path("acceptContext"));
        String address = teams.attach(name, new byte[0]);
        value.putObject("uploadInfo")
                .put("uploadUrl", address)
                .put("contentUrl", address)
                .put("name", name)
                .put("uniqueId", name)
                .put("fileType", "csv");
        deliver(invoke);
    }

    /** Presses a button, or lets the client refresh; what the answer shows takes the card's place. */
    boolean presses(String person, Teams.Message card, JsonNode action, String trigger) throws InterruptedException {
        var press =
                activity("invoke", person).put("name", "adaptiveCard/action").put("replyToId", card.id);
        press.putObject("value")
                .put("trigger", trigger)
                .putObject("action")
                .put("type", "Action.Execute")
                .put("verb", action.path("verb").asString(""))
                .set("data", action.path("data"));
        Optional<JsonNode> answer = deliver(press);
        answer.filter(body -> body.path("type").asString("").equals("application/vnd.microsoft.card.adaptive"))
                .ifPresent(body -> teams.shows(card.chat, card.id, body.path("value")));
        return answer.isPresent();
    }

    private ObjectNode activity(String type, String person) {
        ObjectNode activity = Teams.JSON
                .createObjectNode()
                .put("type", type)
                .put("id", UUID.randomUUID().toString())
                .put("timestamp", Instant.now().toString())
                .put("channelId", "msteams")
                .put("locale", "en-GB")
                .put("serviceUrl", teams.url());
        activity.putObject("from").put("id", "29:" + person).put("aadObjectId", person);
        activity.putObject("recipient").put("id", "28:linekeeper");
        activity.putObject("conversation")
                .put("id", chat(person))
                .put("conversationType", "personal")
                .put("tenantId", tenant);
        activity.putObject("channelData").putObject("tenant").put("id", tenant);
        return activity;
    }

    /** The body of the answer; empty when nobody took the activity in a minute. */
    private Optional<JsonNode> deliver(ObjectNode activity) throws InterruptedException {
        for (int attempt = 0; attempt < 40; attempt++) {
            Replica replica;
            synchronized (random) {
                replica = replicas.get(random.nextInt(replicas.size()));
            }
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + replica.port + "/api/messages"))
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(20))
                    .POST(BodyPublishers.ofString(activity.toString()))
                    .build();
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return Optional.of(
                            answer.body().startsWith("{")
                                    ? Teams.JSON.readTree(answer.body())
                                    : Teams.JSON.createObjectNode());
                }
            } catch (IOException gone) {
                // killed, or not up yet
            }
            redelivered++;
            Thread.sleep(1500);
        }
        return Optional.empty();
    }
}
