package dev.linekeeper.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.requests.Sample;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

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
                    JdbcClient.create(kept.database()),
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

    @Test
    void a_conversation_whose_messages_nobody_sends_is_work_that_is_overdue() {
        try (var kept = OpenedStore.inFile(folder, Clock.systemUTC())) {
            SchedulerClient sending = new JobWorkers.Table("sending_tasks", kept.database()).client();
            sending.scheduleIfNotExists(Jobs.SEND.instance("lane").data("lane").build(), NOON);

            assertThat(new JobsCheckup(kept.database(), at(60)).checks())
                    .extracting(SetupCheck::state)
                    .containsExactly(CheckState.GOOD);
            assertThat(new JobsCheckup(kept.database(), at(600)).checks())
                    .extracting(check -> check.found())
                    .containsExactly(Explanation.of("doctor.found.overdue", 1L));
        }
    }

    @Test
    @Requirement("T23")
    void what_waits_for_teams_is_counted_and_wants_attention_when_it_waits_long() {
        try (var kept = OpenedStore.inFile(folder, at(0))) {
            assertThat(waiting(kept, 0)).isEqualTo(Explanation.of("doctor.found.waiting", 0L, 0L, 0L, 0L));

            kept.messages().post(Sample.LEE, BotMessage.card(new RequestId(1001)));
            kept.messages().post(Sample.SAM, BotMessage.card(new RequestId(1001)));
            kept.lanes().giveUp(kept.lanes().due("to:" + Sample.SAM).getFirst(), "teams.blocked");
            kept.messages().post(Sample.KIM, BotMessage.outcome(new RequestId(1001), 2));
            kept.lanes().sent(kept.lanes().due("to:" + Sample.KIM).getFirst());

            assertThat(waiting(kept, 60)).isEqualTo(Explanation.of("doctor.found.waiting", 1L, 1L, 0L, 1L));
            assertThat(waiting(kept, 660)).isEqualTo(Explanation.of("doctor.found.waiting", 1L, 11L, 1L, 1L));
            assertThat(new SendingCheckup(kept.database(), at(660)).checks())
                    .extracting(SetupCheck::state)
                    .containsExactly(CheckState.ATTENTION);
        }
    }

    private static Explanation waiting(OpenedStore store, int second) {
        return new SendingCheckup(store.database(), at(second))
                .checks()
                .getFirst()
                .found();
    }

    private static Clock at(int second) {
        return Clock.fixed(NOON.plusSeconds(second), ZoneOffset.UTC);
    }
}
