package dev.linekeeper.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Teams in a test: people in it say and press things, and see what the bot sends.
 *
 * <pre>{@code
 * chat.as(ANA).says("enrol adele with London").sees("Plan").presses("Send for approval");
 * chat.as(SAM).sees("Ana asks").presses("Approve").sees("Approved by you");
 * }</pre>
 */
public final class Chatroom {
    private final URI endpoint;
    private final ConnectorStandIn connector;
    private final String tenantId;
    private final Supplier<String> token;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Talk> talks = new ConcurrentHashMap<>();

    /** Without a token: the bot has no identity. */
    public Chatroom(int port, ConnectorStandIn connector, String tenantId) {
        this(port, connector, tenantId, () -> "");
    }

    public Chatroom(int port, ConnectorStandIn connector, String tenantId, Supplier<String> token) {
        this.endpoint = URI.create("http://127.0.0.1:%d/api/messages".formatted(port));
        this.connector = connector;
        this.tenantId = tenantId;
        this.token = token;
    }

    /** The person, in their own chat with the bot. */
    public Talk as(Someone person) {
        return talk(person, "personal");
    }

    /** The person, in a chat that was begun anew and has its own pace. */
    public Talk inNewChat(Someone person) {
        return new Talk(
                this, new Activities(connector.serviceUrl(), tenantId, person, "personal", "a:" + UUID.randomUUID()));
    }

    /** The person, in the channel everybody reads. */
    public Talk inChannel(Someone person) {
        return talk(person, "channel");
    }

    private Talk talk(Someone person, String type) {
        var activities = new Activities(connector.serviceUrl(), tenantId, person, type);
        return talks.computeIfAbsent(person + type, _ -> new Talk(this, activities));
    }

    ConnectorStandIn connector() {
        return connector;
    }

    public HttpResponse<String> post(JsonNode activity) {
        return post(activity.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Posts anything at all to the bot. */
    public HttpResponse<String> post(byte[] body) {
        var request = HttpRequest.newBuilder(endpoint).header("Content-Type", "application/json");
        if (!token.get().isEmpty()) {
            request.header("Authorization", "Bearer " + token.get());
        }
        return send(request.POST(BodyPublishers.ofByteArray(body)).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
