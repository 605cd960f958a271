package dev.linekeeper.simulator.graph;

import java.util.Map;

/**
 * One call as it went over the wire.
 *
 * @param target path and query as they were sent, still percent-encoded
 * @param headers by lower-case name
 * @param status what was answered; 0 when the connection was dropped
 */
public record RecordedCall(
        String method,
        String target,
        Map<String, String> headers,
        String body,
        int status,
        Map<String, String> answerHeaders,
        String answer) {
    public RecordedCall {
        headers = Map.copyOf(headers);
        answerHeaders = Map.copyOf(answerHeaders);
    }
}
