package dev.linekeeper.adapter.cli;

/** Where the reports of {@code readiness} go, one person after the other. */
interface ReadinessOutput {
    void print(Judged judged);

    /** Writes what comes after the last person. */
    void end();
}
