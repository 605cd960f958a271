package dev.linekeeper.adapter.cli;

/** How a command prints its answer. */
enum Format {
    TABLE,
    JSON,
    CSV;

    static final String DESCRIPTION = "${COMPLETION-CANDIDATES}; default TABLE";
}
