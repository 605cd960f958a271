package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.state.WireJson;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Long-running operations on numbers and their results. Thread-safe. */
final class NumberOperations {
    private record OperationState(PhoneNumber number, String status, String detail) {}

    private final Map<String, OperationState> states = new ConcurrentHashMap<>();

    /** Starts an operation that makes the change after a delay, and returns its id. */
    String start(PhoneNumber number, Duration takes, Runnable change) {
        var id = UUID.randomUUID().toString();
        states.put(id, new OperationState(number, "running", ""));
        Delays.after(takes, () -> states.put(id, done(number, change)));
        return id;
    }

    ObjectNode find(String id) {
        var state = states.get(id);
        if (state == null) {
            throw GraphError.nested(404, "NotFound", "Operation not found.", "Check the identifier.");
        }
        var operation = WireJson.object()
                .put("id", id)
                .put("createdDateTime", "2026-11-22T12:00:00Z")
                .put("status", state.status())
                .put("memberWeDoNotKnow", "yet");
        operation
                .putArray("numbers")
                .addObject()
                .put("resourceLocation", "numberAssignments/" + state.number().digits())
                .put("status", state.status())
                .put("statusDetail", state.detail());
        return operation;
    }

    private static OperationState done(PhoneNumber number, Runnable change) {
        try {
            change.run();
            return new OperationState(number, "succeeded", "");
        } catch (BackendFailure refused) {
            return new OperationState(number, "failed", String.valueOf(refused.getMessage()));
        }
    }
}
