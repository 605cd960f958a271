package dev.linekeeper.adapter.store;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the database, and what to do, when the application cannot start because of it. */
final class UnusableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
        return trouble(cause)
                .map(trouble -> new FailureAnalysis(trouble.what(), trouble.remedy(), root))
                .orElse(null);
    }

    private record Trouble(String what, String remedy) {}

    /** By H2's error codes and PostgreSQL's SQL states. */
    private static Optional<Trouble> trouble(SQLException cause) {
        if (cause.getSQLState() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (cause.getSQLState()) {
                    case "90020" ->
                        new Trouble(
                                "The database file is in use by another process.",
                                "Stop the other Linekeeper (or database tool), or give this one its own file with"
                                        + " SPRING_DATASOURCE_URL=jdbc:h2:file:./data/another. Several at once need PostgreSQL.");
                    case "28000", "28P01" ->
                        new Trouble(
                                "The database refuses the user name or password.",
                                "Check spring.datasource.username and spring.datasource.password.");
                    case "90030", "90031" ->
                        new Trouble(
                                "The database file is damaged.",
                                "Put a backup in its place, or move the file away to start with an empty one; requests and the"
                                        + " audit trail in it are then gone.");
                    case "90048" ->
                        new Trouble(
                                "The database file was written by another version of H2.",
                                "Export it with that version and import it, or move the file away to start with an empty one.");
                    case "90028", "90029", "90098" ->
                        new Trouble(
                                "The database file cannot be read or written.",
                                "Check that its folder exists, that this user may write to it, and that the disk is not full.");
                    case "3D000" ->
                        new Trouble(
                                "There is no such database on the server.",
                                "Create it, or correct the name at the end of spring.datasource.url.");
                    case "08001", "08004", "08006" ->
                        new Trouble(
                                "The database server does not answer.",
                                "Check the host and port in spring.datasource.url, and that the server is running.");
                    default -> null;
                });
    }
}
