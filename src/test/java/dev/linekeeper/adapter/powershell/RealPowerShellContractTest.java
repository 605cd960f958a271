package dev.linekeeper.adapter.powershell;

/** The same promises over host.ps1 in a real PowerShell, with the stand-in module before the same tenant. */
class RealPowerShellContractTest extends PowerShellContractTest {
    @Override
    EmulatedPowerShell open() {
        return EmulatedPowerShell.inRealPowerShell();
    }
}
