package dev.linekeeper.simulator.powershell;

/**
 * A call to the simulated PowerShell.
 *
 * @param name the cmdlet, or {@code version} or {@code connect}
 * @param line the JSON as received, which may have a token
 * @param runs whether the cmdlet is carried out, whether or not its answer arrives
 */
public record RecordedCmdlet(String name, String line, boolean runs) {
    /** Without the line. */
    @Override
    public String toString() {
        return "RecordedCmdlet[name=%s]".formatted(name);
    }
}
