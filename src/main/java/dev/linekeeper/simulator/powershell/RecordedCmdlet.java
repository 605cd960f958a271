package dev.linekeeper.simulator.powershell;

import dev.linekeeper.simulator.faults.Fault;
import java.util.Optional;

/**
 * A call to the simulated PowerShell.
 *
 * @param name the cmdlet, or {@code version} or {@code connect}
 * @param line the JSON as received
 * @param fault that the call meets
 */
public record RecordedCmdlet(String name, String line, Optional<Fault.InPowerShell> fault) {
    /** Whether the cmdlet is carried out, whether or not its answer arrives. */
    public boolean runs() {
        return fault.map(wrong -> !(wrong instanceof Fault.InPowerShell.Fails
                        || wrong instanceof Fault.InPowerShell.Hangs
                        || wrong instanceof Fault.InPowerShell.Dies
                        || wrong instanceof Fault.InPowerShell.Garbage
                        || wrong instanceof Fault.InPowerShell.Module))
                .orElse(true);
    }

    /** Without the line, which may have a token. */
    @Override
    public String toString() {
        return "Heard[name=%s]".formatted(name);
    }
}
