package dev.linekeeper.simulator.graph;

import dev.linekeeper.simulator.state.WireJson;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The answer to a request. */
record GraphReply(int status, Map<String, String> headers, Optional<ObjectNode> body) {
    static GraphReply of(ObjectNode body) {
        return new GraphReply(200, Map.of(), Optional.of(body));
    }

    static GraphReply empty(int status) {
        return new GraphReply(status, Map.of(), Optional.empty());
    }

    /** 202 with the address of the operation. */
    static GraphReply accepted(String location) {
        return new GraphReply(202, Map.of("Location", location), Optional.empty());
    }

    static GraphReply error(int status, String code, String message, String requestId, Map<String, String> headers) {
        var error = WireJson.object().put("code", code).put("message", message);
        error.putObject("innerError")
                .put("date", "2026-11-22T12:00:00")
                .put("request-id", requestId)
                .put("client-request-id", requestId);
        var body = WireJson.object();
        body.set("error", error);
        return new GraphReply(status, headers, Optional.of(body));
    }
}
