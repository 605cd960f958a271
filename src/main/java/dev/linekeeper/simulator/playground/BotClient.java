package dev.linekeeper.simulator.playground;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Posts activities to the bot's endpoint over HTTP, as Teams does. Thread-safe. */
final class BotClient {
    /**
     * What the bot answered.
     *
     * @param status 0 when it did not
     * @param body a missing node when the answer has no JSON
     */
    record BotReply(int status, JsonNode body) {
        boolean accepted() {
            return status / 100 == 2;
        }
    }

    private final Supplier<URI> server;
    private final RestClient http;

    BotClient(Supplier<URI> server) {
        this.server = server;
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(Duration.ofSeconds(20));
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    BotReply post(JsonNode activity) {
        try {
            return http.post()
                    .uri(server.get().resolve("/api/messages"))
                    .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                    .body(activity.toString())
                    .exchange((_, reply) -> new BotReply(reply.getStatusCode().value(), body(reply)));
        } catch (ResourceAccessException noAnswer) {
            return new BotReply(0, MissingNode.getInstance());
        }
    }

    private static JsonNode body(ClientHttpResponse reply) throws IOException {
        try {
            return JsonMapper.shared().readTree(reply.getBody());
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
