package dev.linekeeper.simulator;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What is answered. */
record Reply(int status, Map<String, String> headers, Optional<ObjectNode> body) {
    static Reply of(ObjectNode body) {
        return new Reply(200, Map.of(), Optional.of(body));
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), Optional.empty());
    }

    /** 202: under way, to be asked about at the address. */
    static Reply accepted(String location) {
        return new Reply(202, Map.of("Location", location), Optional.empty());
    }

    static Reply error(int status, String code, String message, String requestId, Map<String, String> headers) {
        var error = Json.object().put("code", code).put("message", message);
        error.putObject("innerError")
                .put("date", "2026-11-22T12:00:00")
                .put("request-id", requestId)
                .put("client-request-id", requestId);
        var body = Json.object();
        body.set("error", error);
        return new Reply(status, headers, Optional.of(body));
    }
}
