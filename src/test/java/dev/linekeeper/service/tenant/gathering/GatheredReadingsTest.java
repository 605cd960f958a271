package dev.linekeeper.service.tenant.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.limit.CallLane;
import dev.linekeeper.service.tenant.limit.LocalRateLimitExceeded;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GatheredReadingsTest {
    private static final int MANY = 40;

    private final RunsInFlight runs = new RunsInFlight();
    private final List<UserId> alone = new CopyOnWriteArrayList<>();
    private final List<Set<UserId>> lists = new CopyOnWriteArrayList<>();
    private volatile String tenant = "as it is";

    @Test
    void with_one_run_in_flight_each_is_read_alone_and_at_once() {
        var readings = readings(this::everybody);
        assertThat(runs.counted(() -> readings.read(person(1)))).contains("as it is");
        assertThat(alone).containsExactly(person(1));
        assertThat(lists).isEmpty();
    }

    @Test
    void what_many_ask_for_at_the_same_time_is_one_reading() throws InterruptedException {
        var readings = readings(this::everybody);
        assertThat(new TogetherInFlight(runs).ask(MANY, each -> readings.read(person(each))))
                .hasSize(MANY)
                .containsOnly(Optional.of("as it is"));
        assertThat(lists).hasSize(1);
        assertThat(lists.getFirst()).hasSize(MANY);
        assertThat(alone).isEmpty();
    }

    /** What decides is as fresh as if it had been asked for alone. */
    @Test
    void whoever_asks_after_a_reading_has_begun_is_answered_by_the_next() throws Exception {
        var begun = new CountDownLatch(1);
        var changed = new CountDownLatch(1);
        var readings = readings(people -> {
            var read = everybody(people);
            begun.countDown();
            await(changed);
            return read;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var early = threads.submit(() -> new TogetherInFlight(runs).ask(2, each -> readings.read(person(each))));
            await(begun);
            tenant = "as it was changed to";
            var late = threads.submit(() -> runs.counted(() -> readings.read(person(0))));
            Thread.sleep(50);
            changed.countDown();
            assertThat(early.get()).containsOnly(Optional.of("as it is"));
            assertThat(late.get()).contains("as it was changed to");
        }
    }

    /** A page of a list takes 20 MB while it is read. */
    @Test
    void lists_are_read_one_at_a_time_and_one_that_hangs_does_not_keep_the_next_for_ever() throws Exception {
        var reading = new AtomicInteger();
        var most = new AtomicInteger();
        var hung = new CountDownLatch(1);
        Function<Set<UserId>, Map<UserId, String>> list = people -> {
            lists.add(people);
            most.accumulateAndGet(reading.incrementAndGet(), Math::max);
            if (people.contains(person(99))) {
                await(hung);
            } else {
                sleep(400);
            }
            reading.decrementAndGet();
            return everybody(people);
        };
        var patience = Duration.ofMillis(5);
        var readings = new GatheredReadings<>(runs, this::read, list, patience, Duration.ofSeconds(5));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int wave = 0; wave < 2; wave++) {
                int first = 10 * wave;
                threads.submit(() -> new TogetherInFlight(runs).ask(3, each -> readings.read(person(first + each))));
                sleep(20);
            }
        }
        assertThat(lists).hasSizeGreaterThan(1);
        assertThat(most).hasValue(1);

        var impatient = new GatheredReadings<>(runs, this::read, list, patience, patience);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> new TogetherInFlight(runs).ask(2, each -> impatient.read(person(98 + each))));
            sleep(20);
            assertThat(new TogetherInFlight(runs).ask(2, each -> impatient.read(person(each))))
                    .containsOnly(Optional.of("as it is"));
            hung.countDown();
        }
    }

    @Test
    void whoever_a_list_leaves_out_is_read_alone() throws InterruptedException {
        var readings = readings(people -> everybody(
                people.stream().filter(person -> !person.equals(person(3))).collect(Collectors.toSet())));
        var answers = new TogetherInFlight(runs).ask(MANY, each -> readings.read(person(each)));
        assertThat(answers).hasSize(MANY).containsOnly(Optional.of("as it is"));
        assertThat(alone).containsExactly(person(3));
    }

    @Test
    void when_a_list_fails_everybody_is_read_alone_and_one_who_cannot_be_fails_alone() throws InterruptedException {
        Function<UserId, Optional<String>> one = person -> {
            if (person.equals(person(5))) {
                throw new BackendFailure(FailureKind.DENIED, "not this one");
            }
            return read(person);
        };
        var readings = new GatheredReadings<>(runs, one, _ -> {
            throw new BackendFailure(FailureKind.TRANSIENT, "The page did not come");
        });
        var answers = new TogetherInFlight(runs).ask(MANY, each -> readings.read(person(each)));
        assertThat(answers.get(5))
                .isInstanceOf(BackendFailure.class)
                .hasToString("dev.linekeeper.service.tenant.BackendFailure: not this one");
        assertThat(answers).filteredOn(Optional.of("as it is")::equals).hasSize(MANY - 1);
        assertThat(alone).hasSize(MANY - 1).doesNotHaveDuplicates();
    }

    @Test
    void when_there_was_no_turn_to_ask_nobody_asks_again() throws InterruptedException {
        var readings = readings(_ -> {
            throw new LocalRateLimitExceeded(RateLimitedApi.TEAMS_ADMIN, Duration.ofSeconds(20));
        });
        assertThat(new TogetherInFlight(runs).ask(MANY, each -> readings.read(person(each))))
                .allMatch(LocalRateLimitExceeded.class::isInstance);
        assertThat(alone).isEmpty();
    }

    @Test
    void a_round_is_bulk_work_whoever_asks_first() throws InterruptedException {
        var lanes = new CopyOnWriteArrayList<CallLane>();
        var readings = readings(people -> {
            lanes.add(CallLane.current());
            return everybody(people);
        });
        new TogetherInFlight(runs).ask(MANY, each -> readings.read(person(each)));
        assertThat(lanes).containsExactly(CallLane.BULK);
    }

    @Test
    void nobody_waits_for_those_who_never_ask() throws InterruptedException {
        var readings = readings(this::everybody);
        var answers = new TogetherInFlight(runs)
                .ask(MANY, each -> each < 2 ? readings.read(person(each)) : Optional.of("busy with something else"));
        assertThat(answers).filteredOn(Optional.of("as it is")::equals).hasSize(2);
    }

    private GatheredReadings<String> readings(Function<Set<UserId>, Map<UserId, String>> many) {
        return new GatheredReadings<>(runs, this::read, people -> {
            lists.add(people);
            return many.apply(people);
        });
    }

    private Optional<String> read(UserId person) {
        alone.add(person);
        return Optional.of(tenant);
    }

    private Map<UserId, String> everybody(Set<UserId> people) {
        return people.stream().collect(Collectors.toMap(person -> person, _ -> tenant));
    }

    private static UserId person(int number) {
        return new UserId("person-" + number);
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
