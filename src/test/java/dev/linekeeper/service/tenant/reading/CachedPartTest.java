package dev.linekeeper.service.tenant.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.service.tenant.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One part of the snapshot: shown with its age, missing when it is too old to be trusted. */
class CachedPartTest {
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final HandClock clock = new HandClock(NOON);

    private final AtomicInteger reads = new AtomicInteger();
    private boolean fails;
    private final CachedPart<Integer> kept = new CachedPart<>("numbers", this::read, clock, LIMIT);

    private Fact<Integer> read() {
        int value = reads.incrementAndGet();
        return fails
                ? Fact.missing("Microsoft Graph: away")
                : new Fact.Known<>(value, "Microsoft Graph", clock.instant());
    }

    @Test
    void what_was_read_is_shown_with_its_time_and_not_read_again() {
        assertThat(kept.mustBeRead()).isTrue();
        assertThat(kept.shown()).isEqualTo(new Fact.Known<>(1, "Microsoft Graph", NOON));
        clock.pass(Duration.ofMinutes(59));
        assertThat(kept.shown()).isEqualTo(new Fact.Known<>(1, "Microsoft Graph", NOON));
        assertThat(kept.mustBeRead()).isFalse();
    }

    @Test
    void while_it_fails_the_last_good_reading_is_shown_up_to_the_limit_and_then_the_reason() {
        kept.refresh();
        fails = true;
        clock.pass(Duration.ofMinutes(10));
        assertThat(kept.refresh()).isEqualTo(Fact.missing("Microsoft Graph: away"));
        assertThat(kept.shown()).isEqualTo(new Fact.Known<>(1, "Microsoft Graph", NOON));
        assertThat(kept.lastRead()).isEqualTo(Fact.missing("Microsoft Graph: away"));
        clock.pass(LIMIT);
        assertThat(kept.shown()).isEqualTo(Fact.missing("Microsoft Graph: away"));
        fails = false;
        assertThat(kept.refresh()).isEqualTo(new Fact.Known<>(3, "Microsoft Graph", clock.instant()));
        assertThat(kept.shown()).isEqualTo(new Fact.Known<>(3, "Microsoft Graph", clock.instant()));
    }

    @Test
    void past_the_limit_a_reader_waits_for_a_new_reading() {
        kept.refresh();
        clock.pass(LIMIT);
        assertThat(kept.shown()).isEqualTo(new Fact.Known<>(2, "Microsoft Graph", clock.instant()));
    }

    @Test
    void a_failed_reading_is_due_again_soon() {
        var age = Duration.ofMinutes(5);
        assertThat(kept.isDue(age)).isTrue();
        kept.refresh();
        assertThat(kept.isDue(age)).isFalse();
        fails = true;
        kept.refresh();
        clock.pass(Duration.ofSeconds(30));
        assertThat(kept.isDue(age)).isTrue();
    }

    @Test
    void what_we_changed_ourselves_is_read_again_and_never_shown_as_it_was() {
        kept.refresh();
        kept.forget();
        fails = true;
        assertThat(kept.shown()).isEqualTo(Fact.missing("Microsoft Graph: away"));
    }

    @Test
    void a_reading_that_began_before_our_change_is_made_again() throws Exception {
        var began = new CountDownLatch(1);
        var changed = new CountDownLatch(1);
        var slow = new CachedPart<Integer>(
                "numbers",
                () -> {
                    int value = reads.incrementAndGet();
                    began.countDown();
                    await(changed);
                    return new Fact.Known<>(value, "Microsoft Graph", clock.instant());
                },
                clock,
                LIMIT);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = threads.submit(slow::refresh);
            await(began);
            slow.forget();
            changed.countDown();
            assertThat(reading.get()).isEqualTo(new Fact.Known<>(2, "Microsoft Graph", NOON));
        }
        assertThat(slow.shown()).isEqualTo(new Fact.Known<>(2, "Microsoft Graph", NOON));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
