package dev.linekeeper.simulator.powershell;

import dev.linekeeper.simulator.faults.Fault;
import java.util.Optional;

/**
 * One call the PowerShell face was given.
 *
 * @param name the cmdlet, or {@code version} or {@code connect}
 * @param line the JSON as it came
 * @param fault what is going to go wrong
 */
public record RecordedCmdlet(String name, String line, Optional<Fault.InPowerShell> fault) {
    /** Whether the cmdlet runs, whatever comes of its answer. */
    public boolean runs() {
        return fault.map(wrong -> !(wrong instanceof Fault.InPowerShell.Fails
                        || wrong instanceof Fault.InPowerShell.Hangs
                        || wrong instanceof Fault.InPowerShell.Dies
                        || wrong instanceof Fault.InPowerShell.Garbage
                        || wrong instanceof Fault.InPowerShell.Module))
                .orElse(true);
    }

    /** A line may carry a token. */
    @Override
    public String toString() {
        return "Heard[name=%s]".formatted(name);
    }
}
