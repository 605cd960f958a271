package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.LinePolicyList;
import dev.linekeeper.service.tenant.Operation;
import dev.linekeeper.service.tenant.Operation.GrantOperation;
import dev.linekeeper.service.tenant.Operation.TenantOperation;
import dev.linekeeper.service.tenant.OperationProvider;
import dev.linekeeper.service.tenant.OperationProvider.NoProvider;
import dev.linekeeper.service.tenant.OperationProvider.ProvidingBackend;
import dev.linekeeper.service.tenant.accounts.AccountsInEntra;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One tenant through two backends: Microsoft Graph where it can answer, Teams PowerShell for the rest, and a table that
 * says who answers what. The constructor calls neither; {@link #probe} does.
 */
public final class GraphAndPowerShell {
    private static final OperationProvider NO_APP =
            new NoProvider("linekeeper.bot.teams-app-id names no app of the Teams catalogue");
    /** For what only warns (USR-12): a call of a healthy tenant takes 0.2 to 1 s. */
    private static final Duration NOBODY_WAITS_LONGER = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(GraphAndPowerShell.class);

    private final TenantPorts ports;
    private final Capabilities capabilities = new Capabilities();
    private final PolicyGrantRouter grants;
    private final PowerShellPorts powerShell;
    private final CachedPart<GroupGrantList> groupGrants;
    private final CachedPart<LinePolicyList> linePolicies;

    /** Combines the ports; grants of groups and of numbers are cached as long as {@code ages} says. */
    public GraphAndPowerShell(GraphPorts graph, PowerShellPorts powerShell, Clock clock, SnapshotAges ages) {
        this.powerShell = powerShell;
        this.grants = new PolicyGrantRouter(
                graph.policyGrants(), graph.grantProbe(), powerShell.policyGrants(), capabilities);
        var groups = powerShell.groupGrants();
        this.groupGrants =
                new CachedPart<>("group grants", () -> groups.asFact(groups::all, clock), clock, ages.limit());
        var numbers = powerShell.phoneNumberPolicies();
        this.linePolicies = new CachedPart<>(
                "policies of numbers", () -> numbers.asFact(numbers::sharedCalling, clock), clock, ages.limit());
        this.ports = new TenantPorts(
                graph.directory(),
                new ReportedErrors(
                        new UnderlyingPolicies(
                                new LinePolicies(
                                        graph.voiceUsers(),
                                        () -> linePolicies.shown(ages.refresh(), Thread::startVirtualThread)),
                                graph.directory(),
                                () -> groupGrants.shown(ages.refresh(), Thread::startVirtualThread),
                                clock),
                        powerShell.validationErrors(),
                        clock,
                        NOBODY_WAITS_LONGER),
                powerShell.voiceSwitch(),
                new NumbersWithPolicies(
                        graph.numbers(),
                        numbers,
                        () -> linePolicies.shown(ages.refresh(), Thread::startVirtualThread),
                        linePolicies::forget),
                grants,
                powerShell.policyCatalogue(),
                powerShell.emergencyLocations(),
                new AccountsInEntra(powerShell.voiceApplications(), graph.accountEntries()),
                graph.organisation(),
                powerShell.sharedCallingPolicies(),
                new ForgottenGroupGrants(groups, groupGrants));
        var byGraph = new ProvidingBackend(graph.directory().source());
        Operation.all().forEach(operation -> capabilities.put(operation, byGraph));
        capabilities.put(
                TenantOperation.APP_INSTALLATION,
                graph.appInstallations()
                        .<OperationProvider>map(installations -> new ProvidingBackend(installations.source()))
                        .orElse(NO_APP));
        assignPowerShell(Optional.empty());
    }

    public TenantPorts ports() {
        return ports;
    }

    public Capabilities capabilities() {
        return capabilities;
    }

    /**
     * Finds out what is documented nowhere: which types of policy Graph grants, and whether PowerShell is there. It
     * takes some calls, so it belongs in the background; done again, it never takes back a demotion.
     */
    public void probe() {
        Parallel.run(List.of(grants::probe, this::probePowerShell, groupGrants::shown, linePolicies::shown));
    }

    private void probePowerShell() {
        try {
            log.info(
                    "action=powershell-answers module={}",
                    powerShell.moduleVersion().get());
            assignPowerShell(Optional.empty());
        } catch (BackendFailure failure) {
            assignPowerShell(Optional.of(String.valueOf(failure.getMessage())));
        }
    }

    /** Names PowerShell as the provider of its operations; {@code remark} is the failure of the last probe. */
    private void assignPowerShell(Optional<String> remark) {
        var provider = new ProvidingBackend(powerShell.voiceSwitch().source(), remark);
        Operation.all().stream()
                .filter(GraphAndPowerShell::isServedByPowerShell)
                .forEach(operation -> capabilities.put(operation, provider));
    }

    private static boolean isServedByPowerShell(Operation operation) {
        return switch (operation) {
            case TenantOperation.GROUP_GRANTS_READ,
                    TenantOperation.GROUP_GRANT_CHANGE,
                    TenantOperation.ACCOUNT_ASSOCIATION,
                    TenantOperation.ACCOUNT_NUMBER,
                    TenantOperation.ACCOUNT_CREATION,
                    TenantOperation.EMERGENCY_ROUTING_CHANGE,
                    TenantOperation.VOICE_ROUTING_CHANGE,
                    TenantOperation.CALLING_CHANGE,
                    TenantOperation.NUMBER_POLICY_CHANGE,
                    TenantOperation.VOICE_SWITCH,
                    TenantOperation.PLACES_READ,
                    TenantOperation.RESOURCE_ACCOUNTS_READ,
                    TenantOperation.AUTO_ATTENDANTS_READ,
                    TenantOperation.MODULE_VERSION_READ -> true;
            case TenantOperation.DIRECTORY_READ,
                    TenantOperation.VOICE_SETTINGS_READ,
                    TenantOperation.NUMBERS_READ,
                    TenantOperation.NUMBER_ASSIGNMENT,
                    TenantOperation.NUMBER_RELEASE,
                    TenantOperation.NUMBER_LOCATION,
                    TenantOperation.ORGANISATION_READ,
                    TenantOperation.APP_INSTALLATION -> false;
            case Operation.PolicyContentRead _ -> true;
            case GrantOperation _ -> false;
        };
    }
}
