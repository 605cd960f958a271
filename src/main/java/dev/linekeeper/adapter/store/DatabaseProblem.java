package dev.linekeeper.adapter.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wrong with a database that cannot be used, and what to do.
 *
 * @param what a sentence for an admin
 */
public record DatabaseProblem(String what, String remedy) {
    private static final String IN_USE = "90020";

    /** Whether the cause of a failure is that another process has the database file open. */
    public static boolean isInUse(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, at -> at.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .anyMatch(cause -> cause instanceof SQLException sql && IN_USE.equals(sql.getSQLState()));
    }

    /** The problem by H2's error code or PostgreSQL's SQL state; empty for an unknown one. */
    static Optional<DatabaseProblem> of(SQLException cause) {
        if (cause.getSQLState() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (cause.getSQLState()) {
                    case IN_USE ->
                        new DatabaseProblem(
                                "The database file is in use by another process.",
                                "Stop the other Linekeeper (or database tool), or give this one its own file with"
                                        + " SPRING_DATASOURCE_URL=jdbc:h2:file:./data/another. Several at once need"
                                        + " PostgreSQL.");
                    case "28000", "28P01" ->
                        new DatabaseProblem(
                                "The database refuses the user name or password.",
                                "Check spring.datasource.username and spring.datasource.password; with"
                                        + " linekeeper.database.credential, that the user is the role of that"
                                        + " registration (infra/database/role.sql).");
                    case "90030", "90031" ->
                        new DatabaseProblem(
                                "The database file is damaged.",
                                "Put a backup in its place, or move the file away to start with an empty one; requests"
                                        + " and the audit trail in it are then gone.");
                    case "90048" ->
                        new DatabaseProblem(
                                "The database file was written by another version of H2.",
                                "Export it with that version and import it, or move the file away to start with an"
                                        + " empty one.");
                    case "90028", "90029", "90098" ->
                        new DatabaseProblem(
                                "The database file cannot be read or written.",
                                "Check that its folder exists, that this user may write to it, and that the disk is"
                                        + " not full.");
                    case "3D000" ->
                        new DatabaseProblem(
                                "There is no such database on the server.",
                                "Create it, or correct the name at the end of spring.datasource.url.");
                    case "08001", "08004", "08006" ->
                        new DatabaseProblem(
                                "The database server does not answer.",
                                "Check the host and port in spring.datasource.url, and that the server is running.");
                    default -> null;
                });
    }
}
