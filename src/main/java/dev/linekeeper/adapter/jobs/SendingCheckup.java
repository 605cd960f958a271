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

/** Checks that Teams takes the messages that wait for it; those for people who cannot be written to wait for these people. */
record SendingCheckup(DataSource database, Clock clock) implements Checkup {
    private static final Duration TOLERATED = Duration.ofMinutes(10);

    @Override
    public List<SetupCheck> checks() {
        var expected = "≤ %d min".formatted(TOLERATED.toMinutes());
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select count(due), min(case when due is not null then since end), count(case when due is not"
                            + " null and since < ? then 1 end), count(case when due is null and why <> 'SENT' then 1"
                            + " end) from message")) {
            query.setTimestamp(1, Timestamp.from(clock.instant().minus(TOLERATED)));
            try (var row = query.executeQuery()) {
                row.next();
                Timestamp since = row.getTimestamp(2);
                Duration oldest = since == null ? Duration.ZERO : Duration.between(since.toInstant(), clock.instant());
                return List.of(SetupCheck.of(
                        "sending",
                        row.getLong(3) == 0 ? CheckState.GOOD : CheckState.ATTENTION,
                        expected,
                        Explanation.of(
                                "doctor.found.waiting",
                                row.getLong(1),
                                oldest.toMinutes(),
                                row.getLong(3),
                                row.getLong(4))));
            }
        } catch (SQLException failed) {
            return List.of(SetupCheck.of(
                    "sending",
                    CheckState.UNKNOWN,
                    expected,
                    SetupCheck.notChecked(String.valueOf(failed.getMessage()))));
        }
    }
}
