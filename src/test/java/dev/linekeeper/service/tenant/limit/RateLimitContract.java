package dev.linekeeper.service.tenant.limit;

import static dev.linekeeper.service.tenant.limit.RateLimitedApi.DIRECTORY;
import static dev.linekeeper.service.tenant.limit.RateLimitedApi.TEAMS_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.service.tenant.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for a budget of ten calls a second, however many replicas take from it. */
public abstract class RateLimitContract {
    protected static final int RATE = 10;
    private static final int SAVED_AT_MOST = RATE / 2;

    protected final ManualTime time = new ManualTime();

    /** A budget on which nobody has called yet. */
    protected abstract RateLimit fresh();

    /** The same budget as another replica sees it. */
    protected abstract RateLimit another();

    @Test
    void half_a_second_may_be_saved_up_and_then_one_is_told_how_long_to_wait() {
        var budget = fresh();
        for (int call = 0; call < SAVED_AT_MOST; call++) {
            assertThat(budget.take(TEAMS_ADMIN)).isZero();
        }
        var wait = budget.take(TEAMS_ADMIN);
        assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofMillis(100));
        time.passes(wait);
        assertThat(budget.take(TEAMS_ADMIN)).isZero();
        assertThat(budget.take(TEAMS_ADMIN)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void in_no_second_are_there_more_calls_than_the_rate_and_what_was_saved(long seed) {
        var budget = fresh();
        var other = another();
        var random = new Random(seed);
        var second = new ArrayDeque<Instant>();
        int taken = 0;
        for (int step = 0; step < 300; step++) {
            time.passes(Duration.ofMillis(random.nextInt(60)));
            if ((random.nextBoolean() ? budget : other).take(TEAMS_ADMIN).isZero()) {
                second.add(time.instant());
                taken++;
            }
            while (!second.isEmpty() && second.peek().isBefore(time.instant().minus(Duration.ofSeconds(1)))) {
                second.remove();
            }
            assertThat(second).hasSizeLessThanOrEqualTo(RATE + SAVED_AT_MOST + 1);
        }
        assertThat(taken).isGreaterThan(50);
    }

    @Test
    void replicas_share_it() {
        var one = fresh();
        var other = another();
        for (int call = 0; call < SAVED_AT_MOST; call++) {
            assertThat((call % 2 == 0 ? one : other).take(TEAMS_ADMIN)).isZero();
        }
        assertThat(one.take(TEAMS_ADMIN)).isPositive();
        assertThat(other.take(TEAMS_ADMIN)).isPositive();
    }

    @Test
    void surfaces_do_not() {
        var budget = fresh();
        budget.pause(TEAMS_ADMIN, Duration.ofMinutes(1));
        assertThat(budget.take(TEAMS_ADMIN)).isPositive();
        assertThat(budget.take(DIRECTORY)).isZero();
    }

    @Test
    void a_pause_holds_for_every_replica_and_ends() {
        var one = fresh();
        var other = another();
        one.take(TEAMS_ADMIN);
        one.pause(TEAMS_ADMIN, Duration.ofSeconds(30));
        assertThat(other.take(TEAMS_ADMIN)).isBetween(Duration.ofSeconds(30), Duration.ofMillis(30_200));
        time.passes(Duration.ofSeconds(29));
        assertThat(other.take(TEAMS_ADMIN)).isPositive();
        time.passes(Duration.ofMillis(1200));
        assertThat(other.take(TEAMS_ADMIN)).isZero();
    }

    @Test
    void nothing_is_saved_up_during_a_pause() {
        var budget = fresh();
        budget.pause(TEAMS_ADMIN, Duration.ofMinutes(5));
        time.passes(Duration.ofMinutes(5).plusMillis(150));
        assertThat(budget.take(TEAMS_ADMIN)).isZero();
        assertThat(budget.take(TEAMS_ADMIN)).isPositive();
    }

    @Test
    void of_two_pauses_the_longer_one_counts() {
        var budget = fresh();
        budget.pause(TEAMS_ADMIN, Duration.ofSeconds(60));
        budget.pause(TEAMS_ADMIN, Duration.ofSeconds(5));
        assertThat(budget.take(TEAMS_ADMIN)).isBetween(Duration.ofSeconds(60), Duration.ofMillis(60_200));
        budget.pause(TEAMS_ADMIN, Duration.ofSeconds(90));
        assertThat(budget.take(TEAMS_ADMIN)).isBetween(Duration.ofSeconds(90), Duration.ofMillis(90_200));
    }

    @Test
    void many_who_are_told_at_the_same_moment_do_not_add_up() throws Exception {
        var one = fresh();
        var other = another();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 8; thread++) {
                var replica = thread % 2 == 0 ? one : other;
                threads.submit(() -> {
                    start.await();
                    replica.pause(TEAMS_ADMIN, Duration.ofSeconds(10));
                    return null;
                });
            }
            start.countDown();
        }
        assertThat(one.take(TEAMS_ADMIN)).isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_200));
    }
}
