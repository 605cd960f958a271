package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.adapter.powershell.host.ModuleVersion;
import dev.linekeeper.service.checkup.Check;
import dev.linekeeper.service.checkup.Check.State;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.List;

/**
 * Whether PowerShell starts, has a module that knows Shared Calling, and may read. What it may change is not tried
 * out.
 */
final class PowerShellCheckup implements Checkup {
    private static final String MODULE = "MicrosoftTeams ≥ " + ModuleVersion.OLDEST;
    private static final String ROLE = "Teams Communications Administrator";

    private final PowerShell powerShell;

    PowerShellCheckup(PowerShell powerShell) {
        this.powerShell = powerShell;
    }

    @Override
    public List<Check> checks() {
        try {
            var module = powerShell.module();
            var known = module.compareTo(ModuleVersion.OLDEST) >= 0;
            var check = Check.of("module", known ? State.GOOD : State.MISSING, MODULE, Check.found(module));
            return known ? List.of(check, role()) : List.of(check);
        } catch (BackendFailure failure) {
            return List.of(
                    Check.of("module", State.MISSING, MODULE, Check.found(String.valueOf(failure.getMessage()))));
        }
    }

    private Check role() {
        try {
            powerShell.run(Cmdlet.READ_EMERGENCY_CALL_ROUTING);
            return Check.of("powershell", State.GOOD, ROLE, Check.found(Cmdlet.READ_EMERGENCY_CALL_ROUTING.command()));
        } catch (BackendFailure failure) {
            var said = String.valueOf(failure.getMessage());
            return failure.kind() == BackendFailure.FailureKind.DENIED
                    ? Check.of("powershell", State.MISSING, ROLE, Check.found(said))
                    : Check.of("powershell", State.UNKNOWN, ROLE, Check.unchecked(said));
        }
    }
}
