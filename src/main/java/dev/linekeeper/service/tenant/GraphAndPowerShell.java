package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.service.tenant.Operation.Whole;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One tenant from two surfaces: Microsoft Graph where it can answer, Teams PowerShell for the rest, and a table that says
 * who answers what. Putting them together asks neither; {@link #tryOut} does.
 */
public final class GraphAndPowerShell {
    private static final Answerer NO_APP =
            new Answerer.Nobody("linekeeper.bot.teams-app-id names no app of the Teams catalogue");
    private static final Logger log = LoggerFactory.getLogger(GraphAndPowerShell.class);

    private final TenantPorts ports;
    private final Capabilities capabilities = new Capabilities();
    private final RoutedGrants grants;
    private final PowerShellSide powerShell;
    private final GroupGrantsKept groupGrants;

    /** Puts them together; what groups are granted is kept for as long as {@code ages} says. */
    public GraphAndPowerShell(GraphSide graph, PowerShellSide powerShell, Clock clock, SnapshotAges ages) {
        this.powerShell = powerShell;
        this.grants =
                new RoutedGrants(graph.policyGrants(), graph.grantProbe(), powerShell.policyGrants(), capabilities);
        this.groupGrants = new GroupGrantsKept(powerShell.groupGrants(), clock, ages);
        this.ports = new TenantPorts(
                graph.directory(),
                new BeneathGrants(graph.voiceUsers(), graph.directory(), groupGrants, clock),
                powerShell.voiceSwitch(),
                new SupportedNumbers(graph.numbers(), powerShell.sharedCallingSupport(), clock),
                grants,
                powerShell.policyCatalogue(),
                powerShell.emergencyLocations(),
                powerShell.voiceApplications(),
                new KnownModule(graph.organisation(), powerShell.moduleVersion()));
        answers(
                graph.directory().source(),
                powerShell.voiceSwitch().source(),
                graph.appInstallations()
                        .<Answerer>map(installations -> new Answerer.By(installations.source()))
                        .orElse(NO_APP));
    }

    public TenantPorts ports() {
        return ports;
    }

    public Capabilities capabilities() {
        return capabilities;
    }

    /**
     * Finds out what is documented nowhere: which types of policy Graph grants, and whether PowerShell is there. It takes
     * some calls, so it belongs in the background; done again, it never takes back a demotion.
     */
    public void tryOut() {
        Parallel.run(List.of(grants::tryOut, this::tryOutPowerShell, groupGrants::get));
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

    private void answers(String graph, String shell, Answerer installing) {
        for (var operation : Whole.values()) {
            capabilities.put(
                    operation,
                    switch (operation) {
                        case DIRECTORY_READ,
                                VOICE_SETTINGS_READ,
                                NUMBERS_READ,
                                NUMBER_ASSIGNMENT,
                                NUMBER_RELEASE,
                                NUMBER_LOCATION,
                                ORGANISATION_READ -> new Answerer.By(graph);
                        case GROUP_GRANTS_READ,
                                VOICE_SWITCH,
                                PLACES_READ,
                                RESOURCE_ACCOUNTS_READ,
                                AUTO_ATTENDANTS_READ,
                                MODULE_VERSION_READ -> new Answerer.By(shell);
                        case APP_INSTALLATION -> installing;
                    });
        }
        powerShell(Optional.empty());
    }

    /** Everything only PowerShell does, with what it said when it was tried in vain. */
    private void powerShell(Optional<String> remark) {
        var answerer = new Answerer.By(powerShell.voiceSwitch().source(), remark);
        for (var kind : PolicyKind.values()) {
            capabilities.put(new Operation.PolicyContent(kind), answerer);
        }
        for (var operation : List.of(
                Whole.GROUP_GRANTS_READ,
                Whole.VOICE_SWITCH,
                Whole.PLACES_READ,
                Whole.RESOURCE_ACCOUNTS_READ,
                Whole.AUTO_ATTENDANTS_READ,
                Whole.MODULE_VERSION_READ)) {
            capabilities.put(operation, answerer);
        }
    }
}
