package dev.linekeeper.simulator.faults;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads commands: one object with a {@code kind}, or {@code {"faults": […]}} with several (src/docs/simulator.md). */
final class FaultReader {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Function<FaultDocument, Fault>> FAULTS = new TreeMap<>(Map.ofEntries(
            Map.entry("throttled", at -> new Fault.Throttled(at.seconds("retryAfter", 1), at.flag("asDate", false))),
            Map.entry("broken", at -> new Fault.Broken(at.number("status", 503), at.seconds("retryAfter"))),
            Map.entry("html", at -> new Fault.HtmlPage(at.number("status", 502))),
            Map.entry("slow", at -> new Fault.Slow(Duration.ofMillis(at.number("millis", 5000)))),
            Map.entry("dropped", _ -> new Fault.Dropped()),
            Map.entry("lost", _ -> new Fault.Lost()),
            Map.entry("wrapped", _ -> new Fault.Wrapped()),
            Map.entry("no-content-type", _ -> new Fault.NoContentType()),
            Map.entry("missing-permission", at -> new Fault.MissingPermission(at.text("permission"))),
            Map.entry("access-denied", _ -> new Fault.AccessDenied()),
            Map.entry("nested-not-found", _ -> new Fault.NestedNotFound()),
            Map.entry("not-supported", at -> new Fault.NotSupported(at.text("address"))),
            Map.entry("powershell-hangs", _ -> new Fault.InPowerShell.Hangs()),
            Map.entry("powershell-dies", _ -> new Fault.InPowerShell.Dies()),
            Map.entry("powershell-dies-afterwards", _ -> new Fault.InPowerShell.DiesAfterwards()),
            Map.entry(
                    "powershell-slow", at -> new Fault.InPowerShell.Late(Duration.ofMillis(at.number("millis", 5000)))),
            Map.entry("powershell-garbage", at -> new Fault.InPowerShell.Garbage(at.or("text", "{not json"))),
            Map.entry(
                    "powershell-noise",
                    at -> new Fault.InPowerShell.Noise(at.or("text", "WARNING: noise"), at.number("lines", 3))),
            Map.entry("powershell-another-answer", _ -> new Fault.InPowerShell.AnotherAnswer()),
            Map.entry("powershell-module", at -> new Fault.InPowerShell.Module(at.text("version"))),
            Map.entry("powershell-access-denied", _ -> Fault.InPowerShell.Fails.accessDenied()),
            Map.entry("powershell-unavailable", _ -> Fault.InPowerShell.Fails.unavailable()),
            Map.entry("powershell-throttled", _ -> Fault.InPowerShell.Fails.throttled())));
    private static final Map<String, BiFunction<FaultDocument, ExternalChanges, Runnable>> CHANGES =
            new TreeMap<>(Map.of(
                    "expired-licence",
                    (at, changes) -> changes.expiredLicence(at.text("person")),
                    "drift",
                    FaultReader::drift,
                    "lost-approver",
                    (at, changes) -> changes.leftGroup(at.text("person"), at.words("group"))));

    private final ActiveFaults faults;
    private final ExternalChanges changes;

    FaultReader(ActiveFaults faults, ExternalChanges changes) {
        this.faults = faults;
        this.changes = changes;
    }

    /**
     * Reads the commands.
     *
     * @throws InvalidFault with the JSON pointer of what is wrong
     */
    List<Runnable> read(String text) {
        var document = parsed(text);
        var faults = document.get("faults");
        if (faults == null) {
            return List.of(command(new FaultDocument("", document)));
        }
        if (!faults.isArray() || document.size() != 1) {
            throw new InvalidFault("/faults: a list, and nothing beside it, was expected");
        }
        List<Runnable> commands = new ArrayList<>();
        for (var each : faults) {
            commands.add(command(new FaultDocument("/faults/" + commands.size(), each)));
        }
        return commands;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            var at = notJson.getLocation();
            throw new InvalidFault("not JSON: line %d, column %d: %s"
                    .formatted(
                            at == null ? 1 : at.getLineNr(),
                            at == null ? 1 : at.getColumnNr(),
                            notJson.getOriginalMessage().lines().findFirst().orElse("unreadable")));
        }
    }

    private Runnable command(FaultDocument at) {
        var kind = at.text("kind");
        var fault = FAULTS.get(kind);
        var change = CHANGES.get(kind);
        if (fault != null) {
            var times = at.number("times", 1);
            var wanted = new ActiveFaults.FaultSwitch(
                    at.or("path", ""), fault.apply(at), times == 0 ? ActiveFaults.ALWAYS : times);
            at.mustBeRead();
            return () -> faults.set(wanted);
        }
        if (change == null) {
            var all = new TreeSet<>(FAULTS.keySet());
            all.addAll(CHANGES.keySet());
            throw at.wrong("kind", "one of " + String.join(", ", all));
        }
        var wanted = change.apply(at, changes);
        at.mustBeRead();
        return wanted;
    }

    /** A change of a policy ({@code "policy": null} revokes the grant), of voice or of the number. */
    private static Runnable drift(FaultDocument at, ExternalChanges changes) {
        var person = at.text("person");
        if (at.has("policyType")) {
            var type = at.text("policyType");
            var kind = PolicyKind.ofType(type)
                    .orElseThrow(() -> at.wrong("policyType", "a policy type such as TeamsSharedCallingRoutingPolicy"));
            return changes.policy(person, kind, at.words("policy").map(PolicyName::new));
        }
        if (at.has("voice")) {
            return changes.voice(person, at.flag("voice", false));
        }
        if (at.has("number")) {
            return changes.number(
                    person,
                    at.words("number")
                            .map(number -> PhoneNumber.parse(number)
                                    .orElseThrow(() -> at.wrong("number", "a telephone number or null"))));
        }
        throw new InvalidFault("%s: policyType, voice or number was expected".formatted(at.pointer()));
    }
}
