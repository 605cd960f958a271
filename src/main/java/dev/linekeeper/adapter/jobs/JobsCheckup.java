package dev.linekeeper.adapter.jobs;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** Checks that due jobs are being run. */
final class JobsCheckup implements Checkup {
    private static final Duration TOLERATED = Duration.ofMinutes(2);

    private final DataSource database;
    private final Clock clock;

    JobsCheckup(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<SetupCheck> checks() {
        var expected = "≤ %d min".formatted(TOLERATED.toMinutes());
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select count(*) from (select execution_time from applying_tasks where not picked"
                                + " union all select execution_time from scheduled_tasks where not picked"
                                + " union all select execution_time from import_tasks where not picked"
                                + " union all select execution_time from sending_tasks where not picked) job"
                                + " where execution_time < ?")) {
            query.setTimestamp(1, Timestamp.from(clock.instant().minus(TOLERATED)));
            try (var rows = query.executeQuery()) {
                long overdue = rows.next() ? rows.getLong(1) : 0;
                return List.of(SetupCheck.of(
                        "jobs",
                        overdue == 0 ? CheckState.GOOD : CheckState.ATTENTION,
                        expected,
                        Explanation.of("doctor.found.overdue", overdue)));
            }
        } catch (SQLException failed) {
            return List.of(SetupCheck.of(
                    "jobs", CheckState.UNKNOWN, expected, SetupCheck.notChecked(String.valueOf(failed.getMessage()))));
        }
    }
}
