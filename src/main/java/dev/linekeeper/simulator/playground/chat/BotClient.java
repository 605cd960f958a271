package dev.linekeeper.simulator.playground.chat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Posts activities to the bot's endpoint over HTTP, as Teams does. Thread-safe. */
public final class BotClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    public sealed interface BotReply {
        /** The bot accepted the activity; {@code body} is a missing node when the answer has no JSON. */
        record BotAccepted(int status, JsonNode body) implements BotReply {}

        record BotRefused(int status) implements BotReply {}

        record Unreachable(String why) implements BotReply {}
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Supplier<URI> endpoint;
    private final JsonMapper json;

    public BotClient(Supplier<URI> endpoint, JsonMapper json) {
        this.endpoint = endpoint;
        this.json = json;
    }

    public BotReply post(JsonNode activity) {
        var request = HttpRequest.newBuilder(endpoint.get())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(activity)))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            return response.statusCode() / 100 == 2
                    ? new BotReply.BotAccepted(response.statusCode(), body(response.body()))
                    : new BotReply.BotRefused(response.statusCode());
        } catch (IOException e) {
            return new BotReply.Unreachable(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new BotReply.Unreachable("interrupted");
        }
    }

    private JsonNode body(byte[] bytes) {
        try {
            return bytes.length == 0 ? MissingNode.getInstance() : json.readTree(bytes);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
