package dev.linekeeper.adapter.powershell;

/** The same through host.ps1 in a real PowerShell, with objects of the real types' shape. */
class RealPowerShellReadsTheModelTest extends SameAsTheModelTest {
    @Override
    EmulatedPowerShell open() {
        return EmulatedPowerShell.inRealPowerShell();
    }
}
