package dev.linekeeper.simulator;

import dev.linekeeper.simulator.graph.RecordedCall;
import dev.linekeeper.simulator.powershell.RecordedCmdlet;
import dev.linekeeper.simulator.state.WireJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts calls by API and kind: accepted, rejected (429) and failed ones, writes, and writes repeated word for word; a call
 * for several people is several writes. Keeps a log of the writes that were carried out, answered or not. Thread-safe.
 */
@RestController
final class CallStatistics {
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final List<String> COUNTED = List.of("accepted", "rejected", "failed", "writes", "repeatedWrites");

    private final Clock clock;
    private final ObjectNode counts = WireJson.object();
    private final Set<String> writes = new HashSet<>();
    private final List<ObjectNode> log = new ArrayList<>();

    CallStatistics(Clock clock) {
        this.clock = clock;
    }

    synchronized void record(RecordedCall call) {
        var path = call.target().replaceFirst("\\?.*", "").replaceFirst("/v1.0", "");
        var kind = call.method() + " " + kind(path);
        var count = count(path.startsWith("/admin/teams") ? "teams-admin" : "directory", kind);
        if (call.status() == 429) {
            add(count, "rejected");
            return;
        }
        accept(count);
        if (call.status() == 0 || call.status() >= 500) {
            add(count, "failed");
        } else if (!call.method().equals("GET")) {
            for (var write : writes(WireJson.parse(call.body()))) {
                countWrite(count, call.method() + path + write);
                if (call.status() < 400) {
                    log(call.method() + " " + path, write);
                }
            }
        }
    }

    synchronized void record(RecordedCmdlet call) {
        var count = count("powershell", call.name());
        accept(count);
        if (!call.runs()) {
            add(count, "failed");
        } else if (!call.name().startsWith("Get-") && call.name().contains("-")) {
            var parameters = WireJson.parse(call.line()).path("parameters");
            countWrite(count, call.name() + parameters);
            log(call.name(), parameters);
        }
    }

    /** Starts the counts anew; the log of writes stays. */
    @PostMapping("/emulator/statistics")
    synchronized ObjectNode reset() {
        counts.removeAll();
        return counted();
    }

    /** The writes so far, oldest first. */
    @GetMapping("/emulator/writes")
    synchronized List<ObjectNode> log() {
        return List.copyOf(log);
    }

    /** The counts by API and kind of call, with the {@code seconds} from the first call to the last. */
    @GetMapping("/emulator/statistics")
    synchronized ObjectNode counted() {
        return counts.deepCopy();
    }

    private void log(String what, JsonNode body) {
        log.add(WireJson.object()
                .put("at", clock.instant().toString())
                .put("write", what)
                .set("body", body));
    }

    /** A list of assignments is as many writes. */
    private static List<ObjectNode> writes(ObjectNode body) {
        return body.path("value").isArray()
                ? body.path("value")
                        .valueStream()
                        .map(each -> WireJson.parse("{\"value\": [%s]}".formatted(each)))
                        .toList()
                : List.of(body);
    }

    private ObjectNode count(String api, String kind) {
        var count = counts.withObjectProperty(api).withObjectProperty(kind);
        COUNTED.forEach(what -> count.putIfAbsent(what, count.numberNode(0)));
        return count;
    }

    private void accept(ObjectNode count) {
        var now = clock.instant();
        var first = count.path("first").asString(now.toString());
        count.put("first", first)
                .put("last", now.toString())
                .put("seconds", Duration.between(Instant.parse(first), now).toMillis() / 1000.0);
        add(count, "accepted");
    }

    private void countWrite(ObjectNode count, String write) {
        add(count, "writes");
        if (!writes.add(write)) {
            add(count, "repeatedWrites");
        }
    }

    private static void add(ObjectNode count, String what) {
        count.put(what, count.path(what).intValue() + 1);
    }

    private static String kind(String path) {
        return path.replaceAll(ID, "{id}")
                .replaceAll("/users/[^/]+@[^/]+", "/users/{name}")
                .replaceAll("getPolicyId\\(.*", "getPolicyId")
                .replaceAll("microsoft\\.graph\\.(teamsAdministration\\.)?", "");
    }
}
