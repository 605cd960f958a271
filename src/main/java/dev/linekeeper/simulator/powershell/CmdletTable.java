package dev.linekeeper.simulator.powershell;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.state.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    CmdletTable on(String name, Set<String> parameters, CmdletBody body) {
        known.put(name.toLowerCase(Locale.ROOT), new CmdletEntry(parameters, body));
        return this;
    }

    ArrayNode run(String name, ObjectNode parameters) {
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
