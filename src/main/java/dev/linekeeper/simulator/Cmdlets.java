package dev.linekeeper.simulator;

import dev.linekeeper.service.tenant.BackendFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which cmdlet is answered by whom, and the parameters it has. */
final class Cmdlets {
    interface Body {
        /** What the cmdlet prints. */
        List<? extends JsonNode> run(ObjectNode parameters);
    }

    private record Known(Set<String> parameters, Body body) {}

    private final Map<String, Known> known = new LinkedHashMap<>();

    Cmdlets on(String name, Set<String> parameters, Body body) {
        known.put(name.toLowerCase(Locale.ROOT), new Known(parameters, body));
        return this;
    }

    ArrayNode run(String name, ObjectNode parameters) {
        var cmdlet = known.get(name.toLowerCase(Locale.ROOT));
        if (cmdlet == null) {
            throw CmdletRefused.of("CommandNotFound", "The term '%s' is not recognized.".formatted(name));
        }
        parameters.propertyNames().stream()
                .filter(parameter -> !cmdlet.parameters().contains(parameter))
                .findFirst()
                .ifPresent(parameter -> {
                    throw CmdletRefused.of(
                            "NamedParameterNotFound",
                            "A parameter cannot be found that matches parameter name '%s'.".formatted(parameter));
                });
        try {
            var printed = Json.array();
            cmdlet.body().run(parameters).forEach(printed::add);
            return printed;
        } catch (BackendFailure refused) {
            throw CmdletRefused.of(refused);
        }
    }

    static String required(ObjectNode parameters, String name) {
        var text = Json.text(parameters, name);
        if (text.isBlank()) {
            throw CmdletRefused.missing(name);
        }
        return text;
    }
}
