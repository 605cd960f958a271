package dev.linekeeper.simulator.powershell;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Fault;
import dev.linekeeper.simulator.state.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The simulated cmdlets by name, with their parameters. */
final class CmdletTable {
    interface CmdletBody {
        /** The cmdlet's output. */
        List<? extends JsonNode> run(ObjectNode parameters);
    }

    private record CmdletEntry(Set<String> parameters, CmdletBody body) {}

    private final Map<String, CmdletEntry> known = new LinkedHashMap<>();
    private final List<Consumer<RecordedCmdlet>> watchers = new CopyOnWriteArrayList<>();
    private final ActiveFaults faults;

    CmdletTable(ActiveFaults faults) {
        this.faults = faults;
    }

    void watch(Consumer<RecordedCmdlet> watcher) {
        watchers.add(watcher);
    }

    /** The fault that a call meets; tells the watchers. */
    Optional<Fault.InPowerShell> begun(String name, String line) {
        var fault = faults.nextInPowerShell(ActiveFaults.POWERSHELL + name);
        watchers.forEach(watcher -> watcher.accept(new RecordedCmdlet(name, line, fault)));
        return fault;
    }

    /** {@code result} or {@code error} of the request's cmdlet. */
    ObjectNode reply(ObjectNode request) {
        try {
            var parameters = request.path("parameters") instanceof ObjectNode given ? given : WireJson.object();
            return WireJson.object().set("result", run(WireJson.text(request, "cmdlet"), parameters));
        } catch (CmdletError refused) {
            return refused.reply();
        }
    }

    CmdletTable on(String name, Set<String> parameters, CmdletBody body) {
        known.put(name.toLowerCase(Locale.ROOT), new CmdletEntry(parameters, body));
        return this;
    }

    private ArrayNode run(String name, ObjectNode parameters) {
        var cmdlet = known.get(name.toLowerCase(Locale.ROOT));
        if (cmdlet == null) {
            throw CmdletError.of("CommandNotFound", "The term '%s' is not recognized.".formatted(name));
        }
        parameters.propertyNames().stream()
                .filter(parameter -> !cmdlet.parameters().contains(parameter))
                .findFirst()
                .ifPresent(parameter -> {
                    throw CmdletError.of(
                            "NamedParameterNotFound",
                            "A parameter cannot be found that matches parameter name '%s'.".formatted(parameter));
                });
        try {
            var printed = WireJson.array();
            cmdlet.body().run(parameters).forEach(printed::add);
            return printed;
        } catch (BackendFailure refused) {
            throw CmdletError.of(refused);
        }
    }

    /** A document with the members' names as cmdlets print them. */
    static ObjectNode pascal(ObjectNode document) {
        var printed = WireJson.object();
        document.properties()
                .forEach(member -> printed.set(
                        WireJson.pascal(member.getKey()),
                        member.getValue() instanceof ObjectNode inner ? pascal(inner) : member.getValue()));
        return printed;
    }

    static String required(ObjectNode parameters, String name) {
        var text = WireJson.text(parameters, name);
        if (text.isBlank()) {
            throw CmdletError.missing(name);
        }
        return text;
    }
}
