package dev.linekeeper.service.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.JobQueue;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The digest of a week: made once, kept and told together, in numbers that say what was not read. */
class WeeklyDigestTest {
    private static final DigestTime MONDAYS = new DigestTime(DayOfWeek.MONDAY, LocalTime.of(8, 0), ZoneOffset.UTC);

    private final ManualTime time = new ManualTime();
    private final OpenedStore store = OpenedStore.inMemory("digest-" + UUID.randomUUID(), time);
    private final SimulatedTenant tenant = Fabrikam.demo(time);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void two_replicas_make_one_and_tell_it_once() throws Exception {
        var jobs = new House.Diary();
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> both = IntStream.range(0, 2)
                    .<Callable<Boolean>>mapToObj(_ -> () -> {
                        digest(jobs).run(MONDAYS);
                        return true;
                    })
                    .toList();
            for (var done : replicas.invokeAll(both)) {
                assertThat(done.get()).isTrue();
            }
        }
        digest(jobs).run(MONDAYS);

        assertThat(jobs.entries).hasSize(1);
        assertThat(rows("digest")).isEqualTo(1);
        assertThat(rows("news")).isEqualTo(1);

        time.passes(Duration.ofDays(7));
        digest(jobs).run(MONDAYS);
        assertThat(jobs.entries).hasSize(2);
        assertThat(store.digests().until(MONDAYS.last(time.instant()), 5)).hasSize(2);
    }

    @Test
    void what_cannot_be_told_is_not_kept_either_so_that_it_is_made_again() {
        JobQueue killed = (JobQueue)
                Proxy.newProxyInstance(JobQueue.class.getClassLoader(), new Class<?>[] {JobQueue.class}, (_, _, _) -> {
                    throw new IllegalStateException("killed");
                });
        assertThatThrownBy(() -> digest(killed).run(MONDAYS)).hasMessage("killed");
        assertThat(rows("digest")).isZero();
        assertThat(rows("digest_rule")).isZero();
        assertThat(rows("news")).isZero();

        var jobs = new House.Diary();
        digest(jobs).run(MONDAYS);
        assertThat(jobs.entries).hasSize(1);
    }

    @Test
    void it_counts_those_under_shared_calling_and_what_stops_them_and_requests_that_wait() {
        store.requests().add(id -> Sample.pending(id, new UserId("someone")));
        DigestFigures figures = reading().take(LocalDate.of(2026, 11, 30), _ -> {});

        assertThat(figures.ready()).isPositive();
        assertThat(figures.broken()).isPositive();
        assertThat(figures.rules().values().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThanOrEqualTo(figures.broken());
        assertThat(figures.waiting()).isEqualTo(1);
        assertThat(figures.oldest()).isPresent();
        assertThat(figures.drift()).isEmpty();
    }

    @Test
    void the_oldest_figures_are_forgotten() {
        IntStream.range(0, 120)
                .forEach(week -> store.digests()
                        .add(new DigestFigures(
                                LocalDate.of(2026, 11, 30).plusWeeks(week),
                                time.instant(),
                                1,
                                1,
                                1,
                                1,
                                Map.of("USR-03", 1),
                                0,
                                Optional.empty(),
                                OptionalInt.empty())));
        assertThat(rows("digest")).isEqualTo(104);
        assertThat(rows("digest_rule")).isEqualTo(104);
    }

    private WeeklyDigest digest(JobQueue jobs) {
        return new WeeklyDigest(
                reading(),
                store.digests(),
                new AdminNews(store.news(), jobs, store.transactions(), time),
                store.transactions(),
                time);
    }

    private DigestReading reading() {
        var ports = tenant.ports();
        var reader = ports.reader(time, Duration.ofHours(1));
        return new DigestReading(
                reader,
                ports.directory(),
                new JudgementSettings(Optional.of(new PolicyName("NoPSTN")), false, Map.of()),
                new BulkPersonReader(reader, Duration.ofMinutes(1), _ -> {}),
                store.requests(),
                store.batches(),
                List.of(),
                time);
    }

    private int rows(String table) {
        return store.sql()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
