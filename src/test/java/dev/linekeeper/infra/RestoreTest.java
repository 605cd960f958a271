package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.ThrowAwayPostgres;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.audit.AuditAnchor;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail.Verification.ChainBroken;
import dev.linekeeper.service.audit.AuditTrail.Verification.ChainWhole;
import dev.linekeeper.service.requests.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The restore as src/docs/operate/backup-and-restore.md tells it, with PostgreSQL's own programs. */
class RestoreTest {
    @TempDir
    private Path folder;

    @Test
    void a_restored_dump_has_the_requests_and_a_whole_audit_chain_that_goes_on() throws Exception {
        try (var before = OpenedStore.over(ThrowAwayPostgres.freshDatabase(), Clock.systemUTC())) {
            before.requests().add(id -> Sample.pending(id, Sample.ADELE));
            RequestId asked = before.requests().latest(1).getFirst().id();
            for (int record = 0; record < 3; record++) {
                before.trail().append(entry(record));
            }
            Path dump = folder.resolve("linekeeper.dump");
            run("pg_dump", before.database(), "--format=custom", "--file=" + dump);
            AuditAnchor atDump = head(before);
            before.trail().append(entry(3));
            AuditAnchor afterDump = head(before);

            HikariDataSource empty = ThrowAwayPostgres.freshDatabase();
            run("pg_restore", empty, "--no-owner", "--no-privileges", "--exit-on-error", dump.toString());
            try (var restored = OpenedStore.over(empty, Clock.systemUTC())) {
                assertThat(restored.requests().find(asked))
                        .isEqualTo(before.requests().find(asked));
                assertThat(head(restored)).isEqualTo(atDump);
                assertThat(restored.trail().verify(List.of(atDump))).isInstanceOf(ChainWhole.class);
                assertThat(restored.trail().verify(List.of(afterDump))).isInstanceOf(ChainBroken.class);

                restored.trail().append(entry(4));
                assertThat(restored.trail().verify(List.of(atDump))).isInstanceOf(ChainWhole.class);
            }
        }
    }

    private static AuditEntry entry(int number) {
        return new AuditEntry(
                Sample.MONDAY.plusSeconds(number),
                Optional.of(Sample.SAM),
                Action.SETTING,
                Optional.empty(),
                Optional.empty(),
                Map.of("setting", "linekeeper.mode", "value", Integer.toString(number)));
    }

    private static AuditAnchor head(OpenedStore store) {
        return ((ChainWhole) store.trail().verify(List.of())).anchor();
    }

    private void run(String program, HikariDataSource database, String... options)
            throws IOException, InterruptedException {
        String url = database.getJdbcUrl().substring("jdbc:".length()).replace("://", "://postgres@");
        Path said = folder.resolve(program + ".out");
        var process = new ProcessBuilder(Stream.concat(
                                Stream.of(ThrowAwayPostgres.binary(program).orElseThrow(), "--dbname=" + url),
                                Stream.of(options))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> read(said)).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            return failed.toString();
        }
    }
}
