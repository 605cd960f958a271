package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.adapter.powershell.host.ModuleFeature;
import dev.linekeeper.adapter.powershell.host.ModuleVersion;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.List;

/** Checks that PowerShell starts, has a module that knows Shared Calling, and may read. Changes are not tried out. */
record PowerShellCheckup(PowerShell powerShell) implements Checkup {
    private static final String MODULE = "MicrosoftTeams ≥ " + ModuleVersion.OLDEST;
    private static final String ROLE = "Teams Communications Administrator";

    @Override
    public List<SetupCheck> checks() {
        try {
            var module = powerShell.module();
            if (module.compareTo(ModuleVersion.OLDEST) < 0) {
                return List.of(module(CheckState.MISSING, MODULE, module));
            }
            var lacking = ModuleFeature.lackedBy(module);
            var state = lacking.isEmpty() ? CheckState.GOOD : CheckState.ATTENTION;
            return List.of(module(state, lacking.isEmpty() ? MODULE : "MicrosoftTeams " + lacking, module), role());
        } catch (BackendFailure failure) {
            return List.of(module(CheckState.MISSING, MODULE, String.valueOf(failure.getMessage())));
        }
    }

    private static SetupCheck module(CheckState state, String expected, Object found) {
        return SetupCheck.of("module", state, expected, SetupCheck.found(found));
    }

    private SetupCheck role() {
        var cmdlet = Cmdlet.READ_EMERGENCY_CALL_ROUTING;
        try {
            powerShell.run(cmdlet);
            return SetupCheck.of("powershell", CheckState.GOOD, ROLE, SetupCheck.found(cmdlet.command()));
        } catch (BackendFailure failure) {
            var message = String.valueOf(failure.getMessage());
            var denied = failure.kind() == FailureKind.DENIED;
            var found = denied ? SetupCheck.found(message) : SetupCheck.notChecked(message);
            return SetupCheck.of("powershell", denied ? CheckState.MISSING : CheckState.UNKNOWN, ROLE, found);
        }
    }
}
