package dev.linekeeper.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsCheckupTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void work_that_is_long_due_wants_attention_and_work_for_later_does_not() {
        try (var kept = OpenedStore.inFile(folder, Clock.systemUTC())) {
            var agenda = new DatabaseJobQueue(
                    new DatabaseJobQueue.JobTable(
                            JobQueueConfiguration.applying(kept.database()).client(), () -> {}),
                    new DatabaseJobQueue.JobTable(
                            JobQueueConfiguration.telling(kept.database()).client(), () -> {}),
                    Clock.fixed(NOON, ZoneOffset.UTC));
            agenda.expire(new RequestId(1001), NOON.plus(Duration.ofDays(3)));
            var later = new JobsCheckup(kept.database(), Clock.fixed(NOON.plusSeconds(600), ZoneOffset.UTC));
            assertThat(later.checks()).extracting(SetupCheck::state).containsExactly(CheckState.GOOD);

            agenda.apply(new RequestId(1001));

            assertThat(new JobsCheckup(kept.database(), Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC)).checks())
                    .extracting(SetupCheck::state)
                    .containsExactly(CheckState.GOOD);
            assertThat(later.checks()).singleElement().satisfies(check -> {
                assertThat(check.state()).isEqualTo(CheckState.ATTENTION);
                assertThat(check.found()).isEqualTo(Explanation.of("doctor.found.overdue", 1L));
            });
        }
    }
}
