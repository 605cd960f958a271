package dev.linekeeper.simulator;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.service.tenant.BackendFailure;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Changes of numbers under way, and how they ended. */
final class Operations {
    private record State(PhoneNumber number, String status, String detail) {}

    private final Map<String, State> states = new ConcurrentHashMap<>();

    /** The id of the operation that makes the change after a while. */
    String start(PhoneNumber number, Duration takes, Runnable change) {
        var id = UUID.randomUUID().toString();
        states.put(id, new State(number, "running", ""));
        Later.after(takes, () -> states.put(id, done(number, change)));
        return id;
    }

    ObjectNode find(String id) {
        var state = states.get(id);
        if (state == null) {
            throw Refused.nested(404, "NotFound", "Operation not found.", "Check the identifier.");
        }
        var operation = Json.object()
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

    private static State done(PhoneNumber number, Runnable change) {
        try {
            change.run();
            return new State(number, "succeeded", "");
        } catch (BackendFailure refused) {
            return new State(number, "failed", String.valueOf(refused.getMessage()));
        }
    }
}
