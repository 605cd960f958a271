package dev.linekeeper.simulator;

import dev.linekeeper.simulator.graph.RecordedCall;
import dev.linekeeper.simulator.powershell.RecordedCmdlet;
import dev.linekeeper.simulator.state.WireJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts calls by API and kind: accepted, rejected (429) and failed ones, writes, and writes repeated word for word. Keeps
 * a log of the writes that were carried out, answered or not. Thread-safe.
 */
final class CallStatistics {
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Clock clock;
    private final Map<String, CallCount> counts = new TreeMap<>();
    private final Map<String, Integer> writes = new HashMap<>();
    private final List<ObjectNode> log = new ArrayList<>();

    private static final class CallCount {
        private int accepted;
        private int rejected;
        private int failed;
        private int writes;
        private int repeated;
        private @Nullable Instant first;
        private Instant last = Instant.MIN;
    }

    CallStatistics(Clock clock) {
        this.clock = clock;
    }

    synchronized void record(RecordedCall call) {
        var path = call.target().replaceFirst("\\?.*", "").replaceFirst("/v1.0", "");
        var count = count(surface(path), call.method() + " " + kind(path));
        if (call.status() == 429) {
            count.rejected++;
            return;
        }
        accepted(count);
        if (call.status() == 0 || call.status() >= 500) {
            count.failed++;
        } else if (!call.method().equals("GET")) {
            countWrite(count, call.method() + path + call.body());
            if (call.status() < 400) {
                log(call.method() + " " + path).set("body", WireJson.parse(call.body()));
            }
        }
    }

    synchronized void record(RecordedCmdlet call) {
        var count = count("powershell", call.name());
        accepted(count);
        if (!call.runs()) {
            count.failed++;
        } else if (!call.name().startsWith("Get-") && call.name().contains("-")) {
            var parameters = WireJson.parse(call.line()).path("parameters");
            countWrite(count, call.name() + parameters);
            log(call.name()).set("body", parameters);
        }
    }

    synchronized void reset() {
        counts.clear();
    }

    /** The writes so far, oldest first; resetting the counts leaves them. */
    synchronized List<ObjectNode> log() {
        return List.copyOf(log);
    }

    private ObjectNode log(String what) {
        var write = WireJson.object().put("at", clock.instant().toString()).put("write", what);
        log.add(write);
        return write;
    }

    synchronized ObjectNode json() {
        var surfaces = WireJson.object();
        counts.forEach((key, count) -> {
            var parts = key.split(" ", 2);
            var surface = surfaces.withObjectProperty(parts[0]);
            var first = count.first == null ? count.last : count.first;
            surface.putObject(parts[1])
                    .put("accepted", count.accepted)
                    .put("rejected", count.rejected)
                    .put("failed", count.failed)
                    .put("writes", count.writes)
                    .put("repeatedWrites", count.repeated)
                    .put("first", first.toString())
                    .put("last", count.last.toString())
                    .put("seconds", Duration.between(first, count.last).toMillis() / 1000.0);
        });
        return surfaces;
    }

    private CallCount count(String surface, String kind) {
        return counts.computeIfAbsent(surface + " " + kind, _ -> new CallCount());
    }

    private void accepted(CallCount count) {
        count.accepted++;
        count.last = clock.instant();
        if (count.first == null) {
            count.first = count.last;
        }
    }

    private void countWrite(CallCount count, String write) {
        count.writes++;
        count.repeated += writes.merge(write, 1, Integer::sum) > 1 ? 1 : 0;
    }

    static String surface(String path) {
        return path.startsWith("/admin/teams") ? "teams-admin" : "directory";
    }

    private static String kind(String path) {
        return path.replaceAll(ID, "{id}")
                .replaceAll("/users/[^/]+@[^/]+", "/users/{name}")
                .replaceAll("getPolicyId\\(.*", "getPolicyId")
                .replaceAll("microsoft\\.graph\\.(teamsAdministration\\.)?", "");
    }
}
