package dev.linekeeper.adapter.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.store.fs.Recorder;
import org.h2.store.fs.rec.FilePathRec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedDatabaseTest {
    private static volatile boolean isFull;

    @TempDir
    Path folder;

    private HikariDataSource pool;

    @BeforeEach
    void aDatabaseOnADisk() throws SQLException {
        FilePathRec.register();
        FilePathRec.setRecorder((operation, _, _, _) -> {
            if (isFull && operation == Recorder.WRITE) {
                throw ClosedDatabaseTest.<RuntimeException>unchecked(new IOException("No space left on device"));
            }
        });
        pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:rec:" + folder.resolve("store") + ";DB_CLOSE_ON_EXIT=FALSE");
        pool.setMaximumPoolSize(3);
        pool.setConnectionTimeout(2_000);
        pool.setExceptionOverrideClassName(ClosedDatabase.class.getName());
        execute("set write_delay 0");
        execute("create table request (number int)");
    }

    @AfterEach
    void away() {
        isFull = false;
        pool.close();
        FilePathRec.setRecorder(null);
    }

    @Test
    void a_pool_is_good_again_once_a_full_disk_has_room() throws SQLException {
        execute("insert into request values (1)");
        isFull = true;
        assertThatThrownBy(() -> execute("insert into request values (2)")).isInstanceOf(SQLException.class);

        isFull = false;
        eachConnectionThatWasThereFails();

        execute("insert into request values (3)");
        try (var connection = pool.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from request where number in (1, 3)")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
    }

    /** At most once: then it is gone from the pool. */
    private void eachConnectionThatWasThereFails() {
        for (int each = 0; each < pool.getMaximumPoolSize(); each++) {
            try {
                execute("select 1 from request");
            } catch (SQLException closed) {
                assertThat(closed.getSQLState()).isEqualTo("90098");
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Exception> T unchecked(Exception failure) throws T {
        throw (T) failure;
    }
}
