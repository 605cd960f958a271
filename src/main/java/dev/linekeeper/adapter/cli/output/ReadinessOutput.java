package dev.linekeeper.adapter.cli.output;

/** Where the reports of {@code readiness} go, one person after the other. */
public interface ReadinessOutput {
    void print(PersonResult judged);

    /** Writes what comes after the last person. */
    void end();
}
