package dev.linekeeper.adapter.emulator;

/**
 * One call the PowerShell face was given.
 *
 * @param name the cmdlet, or {@code version} or {@code connect}
 * @param line the JSON as it came
 */
public record Heard(String name, String line) {
    /** A line may carry a token. */
    @Override
    public String toString() {
        return "Heard[name=%s]".formatted(name);
    }
}
