package dev.linekeeper.simulator.faults;

import dev.linekeeper.simulator.faults.Fault.InPowerShell;
import dev.linekeeper.simulator.faults.Fault.InPowerShell.Fails;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sets the fault switches by JSON, from a file or while the services run: one object with a {@code kind}, or {@code
 * {"faults": […]}} with several (src/docs/simulator.md). Invalid JSON changes nothing.
 */
public final class FaultSwitches {
    private static final Logger log = LoggerFactory.getLogger(FaultSwitches.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    /** The members that may be left out, by kind. */
    private static final ObjectNode DEFAULTS = WireJson.parse("""
        {"throttled": {"retryAfter": 1, "asDate": false}, "broken": {"status": 503, "retryAfter": null},
         "html": {"status": 502}, "slow": {"millis": 5000}, "powershell-slow": {"millis": 5000},
         "powershell-garbage": {"text": "{not json"}, "powershell-noise": {"text": "WARNING: noise", "lines": 3},
         "lost-approver": {"group": null},
         "drift": {"policyType": null, "policy": null, "voice": null, "number": false}}
        """);

    private static final Map<String, Class<?>> KINDS = new TreeMap<>();

    static {
        Stream.of(Fault.class, ExternalChange.class).forEach(FaultSwitches::add);
        KINDS.put("powershell-slow", KINDS.remove("powershell-late"));
        Map.of(
                        "access-denied",
                        Fails.accessDenied(),
                        "unavailable",
                        Fails.unavailable(),
                        "throttled",
                        Fails.throttled())
                .forEach((name, fails) -> {
                    KINDS.put("powershell-" + name, Fails.class);
                    DEFAULTS.set("powershell-" + name, JSON.valueToTree(fails));
                });
    }

    private final ActiveFaults faults;
    private final SimulatedTenant tenant;

    public FaultSwitches(ActiveFaults faults, SimulatedTenant tenant) {
        this.faults = faults;
        this.tenant = tenant;
    }

    /** The kinds are the records, named after them. */
    private static void add(Class<?> type) {
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(FaultSwitches::add);
        } else if (!type.equals(Fails.class)) {
            var surface = InPowerShell.class.isAssignableFrom(type) ? "powershell-" : "";
            var name = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
            KINDS.put(surface + name.toLowerCase(Locale.ROOT), type);
        }
    }

    /**
     * Adds the faults in a file.
     *
     * @throws InvalidConfigurationPropertyValueException when the file cannot be read; the message names the place in it
     */
    public void read(Path file) {
        try {
            add(Files.readString(file));
        } catch (IOException | InvalidFault wrong) {
            throw new InvalidConfigurationPropertyValueException(
                    "linekeeper.emulator.faults", file, "it cannot be used: " + wrong.getMessage(), wrong);
        }
    }

    /**
     * Adds faults.
     *
     * @throws InvalidFault with the JSON pointer of what is wrong
     */
    public void add(String json) {
        run(commands(json));
    }

    /** Replaces all faults; changes made to the tenant stay. */
    public void replace(String json) {
        var commands = commands(json);
        faults.clear();
        run(commands);
    }

    public void clear() {
        faults.clear();
        log.info("event=emulator_faults_cleared");
    }

    /** The set switches, each with how many more calls meet it (0: until cleared). */
    public ObjectNode shown() {
        var shown = WireJson.object();
        var listed = shown.putArray("faults");
        faults.all()
                .forEach(each -> listed.addObject()
                        .put("path", each.path())
                        .put("fault", each.fault().toString())
                        .put("times", each.times()));
        return shown;
    }

    private static void run(List<Runnable> commands) {
        commands.forEach(Runnable::run);
        log.info("event=emulator_fault commands={}", commands.size());
    }

    private List<Runnable> commands(String json) {
        JsonNode document;
        try {
            document = JSON.readTree(json);
        } catch (JacksonException notJson) {
            throw new InvalidFault(
                    "not JSON: line %d: %s".formatted(notJson.getLocation().getLineNr(), notJson.getOriginalMessage()));
        }
        var listed = document.get("faults");
        if (listed == null) {
            return List.of(command("", document));
        }
        if (!listed.isArray() || document.size() != 1) {
            throw new InvalidFault("/faults: a list, and nothing beside it, was expected");
        }
        List<Runnable> commands = new ArrayList<>();
        listed.forEach(each -> commands.add(command("/faults/" + commands.size(), each)));
        return commands;
    }

    private Runnable command(String place, JsonNode written) {
        try {
            return command(written);
        } catch (InvalidFault wrong) {
            throw new InvalidFault(place + wrong.getMessage());
        } catch (DatabindException wrong) {
            if (wrong.getCause() instanceof InvalidFault invalid) {
                throw new InvalidFault(place + invalid.getMessage());
            }
            var path = wrong.getPath().stream()
                    .map(each -> "/" + each.getPropertyName())
                    .collect(Collectors.joining());
            throw new InvalidFault("%s%s: %s".formatted(place, path, wrong.getOriginalMessage()));
        }
    }

    private Runnable command(JsonNode written) {
        if (!(written instanceof ObjectNode object)) {
            throw new InvalidFault("/: an object was expected, found %s".formatted(written));
        }
        var kind = WireJson.text(object, "kind");
        var type = KINDS.get(kind);
        if (type == null) {
            throw new InvalidFault("/kind: one of %s was expected, found %s"
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
            throw new InvalidFault("/%s: a whole number, zero or more, was expected, found %s".formatted(name, value));
        }
        if (value.isString() && value.stringValue().isBlank()) {
            throw new InvalidFault("/%s: a text was expected, found %s".formatted(name, value));
        }
    }
}
