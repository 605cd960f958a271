package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.UserScopeTeamsAppInstallation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.AppInstallations;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.Map;
import java.util.Optional;

/**
 * Installs the bot's app for people through
 * <a href="https://learn.microsoft.com/graph/api/userteamwork-post-installedapps">installedApps</a>; needs
 * TeamsAppInstallation.ReadWriteSelfForUser.All; the caller must be the application that the app's manifest names.
 */
final class GraphAppInstallations implements AppInstallations {
    private final Graph graph;
    private final String app;

    /** {@code catalogueId} is the app's id in the tenant's catalogue. */
    GraphAppInstallations(Graph graph, String catalogueId) {
        this.graph = graph;
        this.app = "%s/appCatalogs/teamsApps/%s".formatted(graph.baseUrl(), catalogueId);
    }

    @Override
    public String source() {
        return Graph.SOURCE;
    }

    @Override
    public AppInstallation ensure(UserId person) {
        var installation = new UserScopeTeamsAppInstallation();
        // The SDK has no property for a reference to an existing app.
        installation.setAdditionalData(Map.of("teamsApp@odata.bind", app));
        try {
            graph.call(client -> Optional.ofNullable(client.users()
                    .byUserId(person.value())
                    .teamwork()
                    .installedApps()
                    .post(installation, Graph::stamp)));
            return AppInstallation.NOW;
        } catch (BackendFailure failure) {
            if (failure.kind() == FailureKind.CONFLICT) {
                return AppInstallation.ALREADY;
            }
            throw failure;
        }
    }
}
