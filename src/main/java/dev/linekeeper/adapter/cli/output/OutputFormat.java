package dev.linekeeper.adapter.cli.output;

/** How a command prints its answer. */
public enum OutputFormat {
    TABLE,
    JSON,
    CSV;

    public static final String DESCRIPTION = "${COMPLETION-CANDIDATES}; default TABLE";
}
