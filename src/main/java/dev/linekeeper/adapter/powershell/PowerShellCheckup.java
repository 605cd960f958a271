package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.adapter.powershell.host.ModuleVersion;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.List;

/**
 * Checks that PowerShell starts, has a module that knows Shared Calling, and may read. Changes are not tried out.
 */
record PowerShellCheckup(PowerShell powerShell) implements Checkup {
    private static final String MODULE = "MicrosoftTeams ≥ " + ModuleVersion.OLDEST;
    private static final String ROLE = "Teams Communications Administrator";

    @Override
    public List<SetupCheck> checks() {
        try {
            var module = powerShell.module();
            var newEnough = module.compareTo(ModuleVersion.OLDEST) >= 0;
            var check = SetupCheck.of(
                    "module", newEnough ? CheckState.GOOD : CheckState.MISSING, MODULE, SetupCheck.found(module));
            return newEnough ? List.of(check, role()) : List.of(check);
        } catch (BackendFailure failure) {
            return List.of(SetupCheck.of(
                    "module", CheckState.MISSING, MODULE, SetupCheck.found(String.valueOf(failure.getMessage()))));
        }
    }

    private SetupCheck role() {
        try {
            powerShell.run(Cmdlet.READ_EMERGENCY_CALL_ROUTING);
            return SetupCheck.of(
                    "powershell",
                    CheckState.GOOD,
                    ROLE,
                    SetupCheck.found(Cmdlet.READ_EMERGENCY_CALL_ROUTING.command()));
        } catch (BackendFailure failure) {
            var message = String.valueOf(failure.getMessage());
            return failure.kind() == FailureKind.DENIED
                    ? SetupCheck.of("powershell", CheckState.MISSING, ROLE, SetupCheck.found(message))
                    : SetupCheck.of("powershell", CheckState.UNKNOWN, ROLE, SetupCheck.notChecked(message));
        }
    }
}
