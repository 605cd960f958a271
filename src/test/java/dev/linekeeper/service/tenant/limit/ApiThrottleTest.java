package dev.linekeeper.service.tenant.limit;

import static dev.linekeeper.service.tenant.limit.RateLimitedApi.DIRECTORY;
import static dev.linekeeper.service.tenant.limit.RateLimitedApi.TEAMS_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linekeeper.adapter.store.TokenBucketRateLimit;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ApiThrottleTest {
    private final ManualTime time = new ManualTime();
    private final ApiThrottle throttle = Throttles.in(time);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void calls_keep_to_the_rate() {
        for (int call = 0; call < 105; call++) {
            throttle.withRetry(TEAMS_ADMIN, made::incrementAndGet);
        }
        assertThat(made).hasValue(105);
        assertThat(time.waited()).isBetween(Duration.ofMillis(9_900), Duration.ofMillis(10_100));
        assertThat(throttle.callCounts(TEAMS_ADMIN)).isEqualTo(new ApiCallCounts(105, 100, 0, 0));
    }

    @Test
    void a_surface_that_asks_for_it_is_left_alone_and_then_called_at_the_usual_pace() {
        fails(throttled(Duration.ofSeconds(15)), call -> throttle.once(TEAMS_ADMIN, call));
        for (int call = 0; call < 20; call++) {
            throttle.withRetry(TEAMS_ADMIN, made::incrementAndGet);
        }
        assertThat(time.waits().getFirst()).isBetween(Duration.ofSeconds(15), Duration.ofMillis(15_200));
        assertThat(time.waited()).isBetween(Duration.ofMillis(16_900), Duration.ofMillis(17_200));
    }

    @Test
    void a_server_error_with_a_time_to_wait_is_heeded_too() {
        fails(
                new BackendFailure(FailureKind.TRANSIENT, "", "busy", "", Optional.of(Duration.ofSeconds(8))),
                call -> throttle.once(TEAMS_ADMIN, call));
        throttle.withRetry(TEAMS_ADMIN, made::incrementAndGet);
        assertThat(time.waited()).isBetween(Duration.ofSeconds(8), Duration.ofMillis(8_200));
    }

    @Test
    void a_turn_that_is_too_far_away_is_told_at_once() {
        fails(throttled(Duration.ofMinutes(3)), call -> throttle.once(TEAMS_ADMIN, call));
        var failure = failure(() -> throttle.withRetry(TEAMS_ADMIN, made::incrementAndGet));
        assertThat(failure.kind()).isEqualTo(FailureKind.THROTTLED);
        assertThat(failure.retryAfter().orElseThrow()).isBetween(Duration.ofMinutes(3), Duration.ofSeconds(181));
        assertThat(failure).hasMessageContaining("teams-admin").hasMessageContaining("180 s");
        assertThat(made).hasValue(0);
        assertThat(time.waits()).isEmpty();
        assertThat(throttle.callCounts(TEAMS_ADMIN)).isEqualTo(new ApiCallCounts(1, 1, 1, 1));
        assertThat(throttle.withRetry(DIRECTORY, made::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void not_even_a_mistaken_answer_stops_us_for_more_than_an_hour() {
        fails(throttled(Duration.ofDays(3)), call -> throttle.once(TEAMS_ADMIN, call));
        time.passes(Duration.ofHours(1).plusSeconds(1));
        assertThat(throttle.withRetry(TEAMS_ADMIN, made::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void without_a_time_to_wait_the_pause_grows_until_a_call_succeeds() {
        var pauses = new ArrayList<Duration>();
        var throttle = Throttles.over(recording(pauses), time);
        for (int refusal = 0; refusal < 8; refusal++) {
            fails(throttled(), call -> throttle.once(TEAMS_ADMIN, call));
            time.passes(Duration.ofMinutes(2));
        }
        for (int refusal = 0; refusal < 8; refusal++) {
            long most = 2_000L << Math.min(refusal, 5);
            assertThat(pauses.get(refusal).toMillis()).isBetween(most / 2, most);
        }
        throttle.withRetry(TEAMS_ADMIN, made::incrementAndGet);
        fails(throttled(), call -> throttle.once(TEAMS_ADMIN, call));
        assertThat(pauses.getLast().toMillis()).isBetween(1_000L, 2_000L);
    }

    @Test
    void calls_refused_together_make_the_pause_grow_once() {
        var pauses = new ArrayList<Duration>();
        var throttle = Throttles.over(recording(pauses), time);
        fails(
                throttled(),
                outer -> throttle.once(TEAMS_ADMIN, () -> {
                    time.passes(Duration.ofMillis(10));
                    fails(throttled(), inner -> throttle.once(TEAMS_ADMIN, inner));
                    return outer.get();
                }));
        assertThat(pauses).hasSize(2).allSatisfy(pause -> assertThat(pause).isLessThan(Duration.ofSeconds(2)));
    }

    @Test
    void a_failed_read_that_may_pass_is_made_again_and_a_change_is_not() {
        var trouble = new BackendFailure(FailureKind.TRANSIENT, "502");
        assertThat(throttle.<Integer>withRetry(TEAMS_ADMIN, onceFailing(trouble)))
                .isEqualTo(2);
        made.set(0);
        assertThat(failure(() -> throttle.<Integer>once(TEAMS_ADMIN, onceFailing(trouble))))
                .isSameAs(trouble);
        made.set(0);
        var denied = new BackendFailure(FailureKind.DENIED, "403");
        assertThat(failure(() -> throttle.<Integer>withRetry(TEAMS_ADMIN, onceFailing(denied))))
                .isSameAs(denied);
        assertThat(made).hasValue(1);
    }

    @Test
    void a_read_that_cannot_be_made_again_soon_fails_as_the_service_said() {
        var refused = throttled(Duration.ofMinutes(3));
        assertThat(failure(() -> throttle.<Integer>withRetry(TEAMS_ADMIN, onceFailing(refused))))
                .isSameAs(refused);
        assertThat(made).hasValue(1);
    }

    @Test
    void no_more_than_so_many_are_under_way_at_once() throws InterruptedException {
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        var generous = new ApiThrottle(
                Throttles.limits(1000, 3), free(), Throttles.LONGEST_WAIT, Clock.systemUTC(), Thread::sleep);
        for (int caller = 0; caller < 40; caller++) {
            threads.add(Thread.startVirtualThread(() -> generous.withRetry(TEAMS_ADMIN, () -> {
                most.accumulateAndGet(under.incrementAndGet(), Math::max);
                Thread.yield();
                made.incrementAndGet();
                return under.decrementAndGet();
            })));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(made).hasValue(40);
        assertThat(most.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void whoever_came_first_goes_first() throws InterruptedException {
        var oneAtOnce = oneAtOnce(Throttles.LONGEST_WAIT);
        var release = new CountDownLatch(1);
        var holder = holding(oneAtOnce, release);
        var order = new CopyOnWriteArrayList<Integer>();
        var queue = new ArrayList<Thread>();
        for (int caller = 0; caller < 6; caller++) {
            int number = caller;
            queue.add(waiting(() -> oneAtOnce.withRetry(TEAMS_ADMIN, () -> order.add(number))));
        }
        release.countDown();
        holder.join();
        for (var thread : queue) {
            thread.join();
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void nobody_queues_for_ever() throws InterruptedException {
        var impatient = oneAtOnce(Duration.ofMillis(1));
        var release = new CountDownLatch(1);
        var holder = holding(impatient, release);
        assertThat(failure(() -> impatient.withRetry(TEAMS_ADMIN, made::incrementAndGet))
                        .kind())
                .isEqualTo(FailureKind.THROTTLED);
        release.countDown();
        holder.join();
        assertThat(impatient.withRetry(TEAMS_ADMIN, made::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void who_is_interrupted_stops_waiting_and_takes_nothing_along() throws InterruptedException {
        var oneAtOnce = oneAtOnce(Throttles.LONGEST_WAIT);
        var release = new CountDownLatch(1);
        var holder = holding(oneAtOnce, release);
        var flagged = new AtomicBoolean();
        var failures = new CopyOnWriteArrayList<BackendFailure>();
        var waiting = waiting(() -> {
            failures.add(failure(() -> oneAtOnce.withRetry(TEAMS_ADMIN, made::incrementAndGet)));
            flagged.set(Thread.currentThread().isInterrupted());
        });
        waiting.interrupt();
        waiting.join();
        assertThat(failures).singleElement().extracting(BackendFailure::kind).isEqualTo(FailureKind.TRANSIENT);
        assertThat(flagged).isTrue();
        release.countDown();
        holder.join();
        assertThat(oneAtOnce.withRetry(TEAMS_ADMIN, made::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void who_is_interrupted_while_the_budget_is_empty_gives_the_place_back() {
        var budget = TokenBucketRateLimit.inMemory(Throttles.rates(1), time);
        var interrupted = new ApiThrottle(Throttles.limits(1, 1), budget, Throttles.LONGEST_WAIT, time, wait -> {
            throw new InterruptedException();
        });
        interrupted.withRetry(TEAMS_ADMIN, made::incrementAndGet);
        assertThat(failure(() -> interrupted.withRetry(TEAMS_ADMIN, made::incrementAndGet))
                        .kind())
                .isEqualTo(FailureKind.TRANSIENT);
        assertThat(Thread.interrupted()).isTrue();
        time.passes(Duration.ofSeconds(1));
        assertThat(interrupted.withRetry(TEAMS_ADMIN, made::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void three_questions_go_before_bulk_work_that_came_first_and_then_one_of_its_calls() throws InterruptedException {
        var oneAtOnce = oneAtOnce(Throttles.LONGEST_WAIT);
        var release = new CountDownLatch(1);
        var holder = holding(oneAtOnce, release);
        var order = new CopyOnWriteArrayList<String>();
        var queue = new ArrayList<Thread>();
        for (var name : List.of("bulk 1", "bulk 2", "bulk 3")) {
            queue.add(waiting(() -> CallLane.BULK.run(() -> oneAtOnce.withRetry(TEAMS_ADMIN, () -> order.add(name)))));
        }
        for (var name : List.of("a", "b", "c", "d")) {
            queue.add(waiting(() -> oneAtOnce.withRetry(TEAMS_ADMIN, () -> order.add(name))));
        }
        release.countDown();
        holder.join();
        for (var thread : queue) {
            thread.join();
        }
        // The holder was a question too.
        assertThat(order).containsExactly("a", "b", "bulk 1", "c", "d", "bulk 2", "bulk 3");
    }

    @Test
    void bulk_work_never_has_every_place() throws InterruptedException {
        var three = new ApiThrottle(
                Throttles.limits(1000, 3), free(), Throttles.LONGEST_WAIT, Clock.systemUTC(), Thread::sleep);
        var release = new CountDownLatch(1);
        var work = new ArrayList<Thread>();
        CallLane.BULK.run(() -> {
            work.add(unchecked(() -> holding(three, release)));
            work.add(unchecked(() -> holding(three, release)));
            // A thread belongs to the lane of the thread that started it.
            work.add(waiting(() -> three.withRetry(TEAMS_ADMIN, made::incrementAndGet)));
        });
        assertThat(three.withRetry(TEAMS_ADMIN, () -> made.addAndGet(10))).isEqualTo(10);
        release.countDown();
        for (var thread : work) {
            thread.join();
        }
        assertThat(made).hasValue(11);
    }

    private static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private ApiThrottle oneAtOnce(Duration longestWait) {
        return new ApiThrottle(
                Map.of(TEAMS_ADMIN, new ApiThrottle.ApiLimit(1000, 1)),
                free(),
                longestWait,
                Clock.systemUTC(),
                Thread::sleep);
    }

    /** A thread that is under way in a call until it is let go. */
    private static Thread holding(ApiThrottle throttle, CountDownLatch release) throws InterruptedException {
        var inside = new CountDownLatch(1);
        var holder = Thread.startVirtualThread(() -> throttle.withRetry(TEAMS_ADMIN, () -> {
            inside.countDown();
            try {
                release.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return true;
        }));
        inside.await();
        return holder;
    }

    /** A thread that has come to wait. */
    private static Thread waiting(Runnable work) {
        var thread = Thread.startVirtualThread(work);
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private Supplier<Integer> onceFailing(BackendFailure failure) {
        return () -> {
            if (made.incrementAndGet() == 1) {
                throw failure;
            }
            return made.get();
        };
    }

    private static void fails(BackendFailure failure, java.util.function.Consumer<Supplier<Boolean>> call) {
        assertThat(failure(() -> call.accept(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }

    private static BackendFailure failure(ThrowingCallable call) {
        var failure = catchThrowableOfType(BackendFailure.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }

    private static BackendFailure throttled(Duration... retryAfter) {
        return new BackendFailure(
                FailureKind.THROTTLED,
                "",
                "429",
                "",
                List.of(retryAfter).stream().findFirst());
    }

    private static RateLimit free() {
        return recording(new ArrayList<>());
    }

    private static RateLimit recording(List<Duration> pauses) {
        return new RateLimit() {
            @Override
            public Duration take(RateLimitedApi api) {
                return Duration.ZERO;
            }

            @Override
            public void pause(RateLimitedApi api, Duration time) {
                pauses.add(time);
            }
        };
    }
}
