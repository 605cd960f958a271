package dev.linekeeper.adapter.graph;

import com.azure.core.credential.BasicAuthenticationCredential;
import com.azure.core.credential.TokenCredential;
import dev.linekeeper.adapter.entra.AppRegistration;
import dev.linekeeper.adapter.entra.IncompleteSettings;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.tenant.AppInstallations;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.SharedCallingSupport;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import dev.linekeeper.service.tenant.reading.GraphPorts;
import dev.linekeeper.service.watch.DirectoryChanges;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.Loopback;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Microsoft Graph as the backend of one tenant: the ports it can answer. Thread-safe. Opening it makes no call; the
 * first read or change builds the client.
 */
public final class GraphBackend {
    private static final String STAND_IN_APP = "linekeeper";

    private final Graph reads;
    private final Graph writes;
    private final Clock clock;
    private final GraphCheckup checkup;
    private final Optional<AppInstallations> installations;
    private final GraphPolicyGrants policyGrants;
    private final Supplier<Set<AccountRight>> rights;

    private GraphBackend(
            Graph reads,
            Graph writes,
            GraphCheckup checkup,
            Optional<AppInstallations> installations,
            Supplier<Set<AccountRight>> rights,
            Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.checkup = checkup;
        this.installations = installations;
        this.rights = rights;
        this.clock = clock;
        this.policyGrants = new GraphPolicyGrants(writes);
    }

    /**
     * The cloud whose Graph has this address; empty for the public one and for stand-ins
     * (<a href="https://learn.microsoft.com/graph/deployments">national cloud deployments</a>).
     */
    public static Optional<Cloud> nationalCloud(String host) {
        return switch (host.toLowerCase(Locale.ROOT)) {
            case "graph.microsoft.us" -> Optional.of(Cloud.GCC_HIGH);
            case "dod-graph.microsoft.us" -> Optional.of(Cloud.DOD);
            case "microsoftgraph.chinacloudapi.cn" -> Optional.of(Cloud.CHINA);
            default -> Optional.empty();
        };
    }

    /**
     * The tenant of the settings, with one app registration for reads and one for changes.
     *
     * @throws IncompleteSettings with every setting that is missing or wrong
     */
    public static GraphBackend configured(LinekeeperProperties properties, ApiThrottle throttle, Clock clock) {
        var settings = GraphSettings.of(properties);
        var reader = settings.reads().credential();
        var writer = settings.writes().map(AppRegistration::credential);
        var installer = settings.installs().map(AppRegistration::credential);
        var reads = GraphClients.connect(settings.baseUrl(), reader, throttle);
        var writes = writer.map(credential -> GraphClients.connect(settings.baseUrl(), credential, throttle))
                .orElseGet(() -> new Graph(
                        settings.baseUrl(),
                        () -> {
                            throw new BackendFailure(
                                    FailureKind.DENIED,
                                    "No app registration for changes is configured (linekeeper.graph.writes.app-id)");
                        },
                        throttle));
        var installations = installer.<AppInstallations>map(credential -> new GraphAppInstallations(
                GraphClients.connect(settings.baseUrl(), credential, throttle).on(RateLimitedApi.APP_INSTALLATION),
                settings.teamsAppId()));
        var checkup = new GraphCheckup(
                reads,
                access("linekeeper.graph.reads", reader),
                writer.map(credential -> access("linekeeper.graph.writes", credential)),
                installer.map(credential -> access("linekeeper.bot", credential)));
        Supplier<Set<AccountRight>> rights =
                () -> writer.map(GraphBackend::rights).orElse(Set.of());
        return new GraphBackend(reads, writes, checkup, installations, rights, clock);
    }

    private static Set<AccountRight> rights(TokenCredential writer) {
        try {
            return TokenRoles.accountRights(GraphClients.token(writer));
        } catch (RuntimeException refused) {
            throw GraphFailures.of(refused);
        }
    }

    private static GraphCheckup.GraphAccess access(String setting, TokenCredential credential) {
        return new GraphCheckup.GraphAccess(setting, () -> GraphClients.token(credential));
    }

    /**
     * The simulator or another stand-in for Graph on this machine, called with a worthless token.
     *
     * @param granted the application permissions that a real token would tell of, as they are now
     * @throws IllegalArgumentException when the address is not a loopback address
     */
    public static GraphBackend standIn(URI baseUrl, Supplier<Set<String>> granted, ApiThrottle throttle, Clock clock) {
        if (!Loopback.isHost(baseUrl.getHost())) {
            throw new IllegalArgumentException("A stand-in for Microsoft Graph is on this machine, not at " + baseUrl);
        }
        var credential = new BasicAuthenticationCredential("stand-in", "");
        var graph = GraphClients.connect(baseUrl, credential, throttle);
        var access = access("linekeeper.backend", credential);
        return new GraphBackend(
                graph,
                graph,
                new GraphCheckup(graph, access, Optional.of(access), Optional.of(access)),
                Optional.of(new GraphAppInstallations(graph.on(RateLimitedApi.APP_INSTALLATION), STAND_IN_APP)),
                () -> AccountRight.among(granted.get()),
                clock);
    }

    /**
     * The ports that Graph answers, completed with two facts that it does not know.
     *
     * @param support whether a number may serve Shared Calling
     * @param powerShellModule the version of the MicrosoftTeams module
     */
    public GraphPorts ports(SharedCallingSupport support, Supplier<String> powerShellModule) {
        return new GraphPorts(
                new GraphDirectory(reads, clock),
                new GraphVoiceUsers(reads, clock),
                new GraphNumbers(reads, writes, new NumberRecords(clock), numbers -> support.completed(numbers, clock)),
                policyGrants,
                policyGrants,
                new GraphAccountEntries(reads, writes),
                new GraphOrganisation(reads, powerShellModule, rights),
                installations);
    }

    /** Installs the bot's app; empty when the settings name no app or no bot. */
    public Optional<AppInstallations> appInstallations() {
        return installations;
    }

    /** Who is changed in the directory. */
    public DirectoryChanges changes() {
        return GraphDirectoryChanges.of(reads);
    }

    public Checkup checkup() {
        return checkup;
    }
}
