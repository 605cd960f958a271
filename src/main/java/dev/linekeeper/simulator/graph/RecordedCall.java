package dev.linekeeper.simulator.graph;

import java.util.Map;

/**
 * A call to the simulated Graph.
 *
 * @param target path and query, percent-encoded
 * @param headers by lower-case name
 * @param status of the answer; 0 when the connection was dropped
 */
public record RecordedCall(
        String method,
        String target,
        Map<String, String> headers,
        String body,
        int status,
        Map<String, String> answerHeaders,
        String answer) {}
