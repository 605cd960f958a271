package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.GroupGrant;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.service.tenant.Operation.Whole;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One tenant from two surfaces: Microsoft Graph where it can answer, Teams PowerShell for the rest, and a table that
 * says who answers what. Putting them together asks neither; {@link #tryOut} does.
 */
public final class GraphAndPowerShell {
    private static final Answerer NO_APP =
            new Answerer.Nobody("linekeeper.bot.teams-app-id names no app of the Teams catalogue");
    private static final Logger log = LoggerFactory.getLogger(GraphAndPowerShell.class);

    private final TenantPorts ports;
    private final Capabilities capabilities = new Capabilities();
    private final RoutedGrants grants;
    private final PowerShellSide powerShell;
    private final Kept<Map<PolicyKind, List<GroupGrant>>> groupGrants;

    /** Puts them together; what groups are granted is kept for as long as {@code ages} says. */
    public GraphAndPowerShell(GraphSide graph, PowerShellSide powerShell, Clock clock, SnapshotAges ages) {
        this.powerShell = powerShell;
        this.grants =
                new RoutedGrants(graph.policyGrants(), graph.grantProbe(), powerShell.policyGrants(), capabilities);
        var groups = powerShell.groupGrants();
        this.groupGrants =
                new Kept<>("group grants", () -> groups.asFact(groups::all, clock), clock, ages.limit());
        this.ports = new TenantPorts(
                graph.directory(),
                new BeneathGrants(
                        graph.voiceUsers(),
                        graph.directory(),
                        () -> groupGrants.shown(ages.refresh(), Thread::startVirtualThread),
                        clock),
                powerShell.voiceSwitch(),
                graph.numbers(),
                grants,
                powerShell.policyCatalogue(),
                powerShell.emergencyLocations(),
                powerShell.voiceApplications(),
                graph.organisation());
        var byGraph = new Answerer.By(graph.directory().source());
        Operation.all().forEach(operation -> capabilities.put(operation, byGraph));
        capabilities.put(
                Whole.APP_INSTALLATION,
                graph.appInstallations()
                        .<Answerer>map(installations -> new Answerer.By(installations.source()))
                        .orElse(NO_APP));
        powerShell(Optional.empty());
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
    public void tryOut() {
        Parallel.run(List.of(grants::tryOut, this::tryOutPowerShell, groupGrants::shown));
    }

    private void tryOutPowerShell() {
        try {
            log.info(
                    "event=powershell_answers module={}",
                    powerShell.moduleVersion().get());
            powerShell(Optional.empty());
        } catch (BackendFailure failure) {
            powerShell(Optional.of(String.valueOf(failure.getMessage())));
        }
    }

    /** Everything only PowerShell does, with what it said when it was tried in vain. */
    private void powerShell(Optional<String> remark) {
        var answerer = new Answerer.By(powerShell.voiceSwitch().source(), remark);
        Operation.all().stream()
                .filter(GraphAndPowerShell::isPowerShells)
                .forEach(operation -> capabilities.put(operation, answerer));
    }

    private static boolean isPowerShells(Operation operation) {
        return switch (operation) {
            case Whole.GROUP_GRANTS_READ,
                    Whole.VOICE_SWITCH,
                    Whole.PLACES_READ,
                    Whole.RESOURCE_ACCOUNTS_READ,
                    Whole.AUTO_ATTENDANTS_READ,
                    Whole.MODULE_VERSION_READ -> true;
            case Whole.DIRECTORY_READ,
                    Whole.VOICE_SETTINGS_READ,
                    Whole.NUMBERS_READ,
                    Whole.NUMBER_ASSIGNMENT,
                    Whole.NUMBER_RELEASE,
                    Whole.NUMBER_LOCATION,
                    Whole.ORGANISATION_READ,
                    Whole.APP_INSTALLATION -> false;
            case Operation.PolicyContent _ -> true;
            case Operation.Grant _ -> false;
        };
    }
}
