package dev.linekeeper.adapter.store;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** Checks that the database can be reached; reports its product and the version of its tables. */
record StoreCheckup(DataSource database) implements Checkup {
    private static final String SETTING = "spring.datasource.url";
    private static final int TIMEOUT_SECONDS = 5;

    @Override
    public List<SetupCheck> checks() {
        try (var connection = database.getConnection()) {
            if (!connection.isValid(TIMEOUT_SECONDS)) {
                return List.of(SetupCheck.of("store", CheckState.MISSING, SETTING, SetupCheck.notChecked("no answer")));
            }
            var product = connection.getMetaData().getDatabaseProductName();
            boolean embedded = product.toLowerCase(Locale.ROOT).contains("h2");
            return List.of(SetupCheck.of(
                    embedded ? "store.embedded" : "store",
                    embedded ? CheckState.ATTENTION : CheckState.GOOD,
                    SETTING + " = jdbc:postgresql://…",
                    Explanation.of(
                            "doctor.found.store",
                            "%s %s".formatted(product, connection.getMetaData().getDatabaseProductVersion()),
                            schema(connection))));
        } catch (SQLException failed) {
            return List.of(SetupCheck.of(
                    "store", CheckState.MISSING, SETTING, SetupCheck.found(String.valueOf(failed.getMessage()))));
        }
    }

    /** The newest successful migration. */
    private static String schema(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select \"version\" from \"flyway_schema_history\" where \"success\" order by"
                                + " \"installed_rank\" desc")) {
            return rows.next() ? rows.getString(1) : "0";
        }
    }
}
