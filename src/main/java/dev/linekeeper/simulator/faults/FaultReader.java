package dev.linekeeper.simulator.faults;

import dev.linekeeper.simulator.faults.Fault.InPowerShell;
import dev.linekeeper.simulator.faults.Fault.InPowerShell.Fails;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads commands: one object with a {@code kind}, or {@code {"faults": […]}} with several (src/docs/simulator.md). */
record FaultReader(ActiveFaults faults, SimulatedTenant tenant) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    /** The members that may be left out, by kind. */
    private static final ObjectNode DEFAULTS = WireJson.parse("""
        {"throttled": {"retryAfter": 1, "asDate": false}, "broken": {"status": 503, "retryAfter": null},
         "html": {"status": 502}, "in-part": {"refused": true}, "slow": {"millis": 5000}, "powershell-slow": {"millis": 5000},
         "powershell-garbage": {"text": "{not json"}, "powershell-noise": {"text": "WARNING: noise", "lines": 3},
         "lost-approver": {"group": null}, "grant-to-group": {"policy": null}, "moved": {"department": null, "country": null},
         "drift": {"policyType": null, "policy": null, "voice": null, "number": false}}
        """);

    private static final Map<String, Class<?>> KINDS = new TreeMap<>();

    static {
        Stream.of(Fault.class, ExternalChange.class).forEach(FaultReader::add);
        KINDS.put("powershell-slow", KINDS.remove("powershell-late"));
        add("access-denied", Fails.ACCESS_DENIED);
        add("unavailable", Fails.UNAVAILABLE);
        add("throttled", Fails.THROTTLED);
    }

    private static void add(String name, Fails fails) {
        KINDS.put("powershell-" + name, Fails.class);
        DEFAULTS.set("powershell-" + name, JSON.valueToTree(fails));
    }

    /** The kinds are the records, named after them. */
    private static void add(Class<?> type) {
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(FaultReader::add);
        } else if (!type.equals(Fails.class)) {
            var surface = InPowerShell.class.isAssignableFrom(type) ? "powershell-" : "";
            var name = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
            KINDS.put(surface + name.toLowerCase(Locale.ROOT), type);
        }
    }

    /**
     * Reads the commands.
     *
     * @throws IllegalArgumentException with the JSON pointer of what is wrong
     */
    List<Runnable> read(String json) {
        JsonNode document;
        try {
            document = JSON.readTree(json);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException(
                    "not JSON: line %d: %s".formatted(notJson.getLocation().getLineNr(), notJson.getOriginalMessage()));
        }
        var listed = document.get("faults");
        if (listed == null) {
            return List.of(command("", document));
        }
        if (!listed.isArray() || document.size() != 1) {
            throw new IllegalArgumentException("/faults: a list, and nothing beside it, was expected");
        }
        List<Runnable> commands = new ArrayList<>();
        listed.forEach(each -> commands.add(command("/faults/" + commands.size(), each)));
        return commands;
    }

    private Runnable command(String place, JsonNode written) {
        try {
            return command(written);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(place + wrong.getMessage());
        } catch (DatabindException wrong) {
            if (wrong.getCause() instanceof IllegalArgumentException invalid) {
                throw new IllegalArgumentException(place + invalid.getMessage());
            }
            var path = wrong.getPath().stream()
                    .map(each -> "/" + each.getPropertyName())
                    .collect(Collectors.joining());
            throw new IllegalArgumentException("%s%s: %s".formatted(place, path, wrong.getOriginalMessage()));
        }
    }

    private Runnable command(JsonNode written) {
        if (!(written instanceof ObjectNode object)) {
            throw new IllegalArgumentException("/: an object was expected, found %s".formatted(written));
        }
        var kind = WireJson.text(object, "kind");
        var type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("/kind: one of %s was expected, found %s"
                    .formatted(String.join(", ", KINDS.keySet()), object.get("kind")));
        }
        object.properties().forEach(member -> mustBePlausible(member.getKey(), member.getValue()));
        var members = WireJson.object()
                .setAll(DEFAULTS.path(kind) instanceof ObjectNode given ? given : object)
                .setAll(object);
        members.remove("kind");
        if (ExternalChange.class.isAssignableFrom(type)) {
            var change = (ExternalChange) JSON.treeToValue(members, type);
            return () -> change.make(tenant);
        }
        var path = members.remove("path");
        var times = members.remove("times");
        var fault = (Fault) JSON.treeToValue(members, type);
        return () -> faults.set(path == null ? "" : path.stringValue(), fault, times == null ? 1 : times.intValue());
    }

    /** Numbers are counts, texts say something. */
    private static void mustBePlausible(String name, JsonNode value) {
        if (value.isNumber() && !(value.isInt() && value.intValue() >= 0)) {
            throw new IllegalArgumentException(
                    "/%s: a whole number, zero or more, was expected, found %s".formatted(name, value));
        }
        if (value.isString() && value.stringValue().isBlank()) {
            throw new IllegalArgumentException("/%s: a text was expected, found %s".formatted(name, value));
        }
    }
}
