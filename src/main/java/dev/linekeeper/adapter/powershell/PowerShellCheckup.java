package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.adapter.powershell.host.ModuleVersion;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks that PowerShell starts, has a module that knows Shared Calling, and may read. Changes are not tried out. */
record PowerShellCheckup(PowerShell powerShell) implements Checkup {
    private static final String MODULE = "MicrosoftTeams ≥ " + ModuleVersion.OLDEST;
    /** What a newer module adds, in order, and what an older one leaves unknown or asks for one by one. */
    private static final Map<ModuleVersion, String> LATER = new TreeMap<>(Map.of(
            ModuleVersion.WITH_POLICIES, "policies of accounts",
            ModuleVersion.WITH_NUMBER_POLICIES, "policies of single numbers"));

    private static final String ROLE = "Teams Communications Administrator";

    @Override
    public List<SetupCheck> checks() {
        try {
            var module = powerShell.module();
            if (module.compareTo(ModuleVersion.OLDEST) < 0) {
                return List.of(module(CheckState.MISSING, MODULE, module));
            }
            var lacking = LATER.entrySet().stream()
                    .filter(later -> module.compareTo(later.getKey()) < 0)
                    .map(later -> "≥ %s (%s)".formatted(later.getKey(), later.getValue()))
                    .collect(Collectors.joining(", "));
            return List.of(
                    lacking.isEmpty()
                            ? module(CheckState.GOOD, MODULE, module)
                            : module(CheckState.ATTENTION, "MicrosoftTeams " + lacking, module),
                    role());
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
