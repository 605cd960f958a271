package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Apps people have in Teams: {@code /users/{id}/teamwork/installedApps}. Installing one opens no chat here. */
final class InstalledAppsEndpoint {
    private static final Pattern REFERENCE = Pattern.compile("https?://[^/]+/v1\\.0/appCatalogs/teamsApps/([^/]+)");

    private final SimulatedTenant model;
    private final Map<UserId, Set<String>> installed = new ConcurrentHashMap<>();

    InstalledAppsEndpoint(SimulatedTenant model) {
        this.model = model;
    }

    void serve(GraphRoutes routes) {
        routes.on("POST", "/users/{}/teamwork/installedApps", this::install);
    }

    private GraphReply install(GraphRequest call, List<String> parts) {
        var person = new UserId(parts.getFirst());
        if (model.ports().directory().find(person).isEmpty()) {
            throw GraphError.noSuch(person.value());
        }
        var app = REFERENCE.matcher(WireJson.text(call.json(), "teamsApp@odata.bind"));
        if (!app.matches()) {
            throw GraphError.invalid("Invalid bind property name teamsApp in request.");
        }
        if (!installed
                .computeIfAbsent(person, _ -> ConcurrentHashMap.newKeySet())
                .add(app.group(1))) {
            throw GraphError.of(409, "Conflict", "App is already installed in the personal scope.");
        }
        return GraphReply.empty(201);
    }
}
