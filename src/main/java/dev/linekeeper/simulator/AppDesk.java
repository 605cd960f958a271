package dev.linekeeper.simulator;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.TenantModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Apps people have in Teams: {@code /users/{id}/teamwork/installedApps}. Installing one opens no chat here. */
final class AppDesk {
    private static final Pattern REFERENCE = Pattern.compile("https?://[^/]+/v1\\.0/appCatalogs/teamsApps/([^/]+)");

    private final TenantModel model;
    private final Map<UserId, Set<String>> installed = new ConcurrentHashMap<>();

    AppDesk(TenantModel model) {
        this.model = model;
    }

    void serve(Routes routes) {
        routes.on("POST", "/users/{}/teamwork/installedApps", this::install);
    }

    private Reply install(Call call, List<String> parts) {
        var person = new UserId(parts.getFirst());
        if (model.ports().directory().find(person).isEmpty()) {
            throw Refused.noSuch(person.value());
        }
        var app = REFERENCE.matcher(Json.text(call.json(), "teamsApp@odata.bind"));
        if (!app.matches()) {
            throw Refused.invalid("Invalid bind property name teamsApp in request.");
        }
        if (!installed
                .computeIfAbsent(person, _ -> ConcurrentHashMap.newKeySet())
                .add(app.group(1))) {
            throw Refused.of(409, "Conflict", "App is already installed in the personal scope.");
        }
        return Reply.empty(201);
    }
}
