package dev.linekeeper.adapter.teams.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.service.tenant.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Microsoft's limits for one bot in one conversation, in time that does not really pass. */
class ConversationPaceTest {
    private final ManualTime time = new ManualTime();
    private final ConversationPace pace = new ConversationPace(time, time);

    @ParameterizedTest
    @EnumSource(value = Urgency.class, names = "PASSING", mode = EnumSource.Mode.EXCLUDE)
    void no_window_of_time_has_more_than_microsoft_takes(Urgency urgency) throws InterruptedException {
        var sent = new ArrayList<Instant>();
        for (int i = 0; i < 4_000; i++) {
            pace.await("a:1", urgency);
            sent.add(time.instant());
        }
        assertThat(most(sent, Duration.ofSeconds(1))).isLessThanOrEqualTo(7);
        assertThat(most(sent, Duration.ofSeconds(2))).isLessThanOrEqualTo(8);
        assertThat(most(sent, Duration.ofSeconds(30))).isLessThanOrEqualTo(60);
        assertThat(most(sent, Duration.ofHours(1))).isLessThanOrEqualTo(1_800);
    }

    @Test
    void a_burst_after_a_pause_stays_within_the_limits_as_well() throws InterruptedException {
        var sent = new ArrayList<Instant>();
        for (int i = 0; i < 60; i++) {
            pace.await("a:1", Urgency.REPLY);
            sent.add(time.instant());
            time.passes(Duration.ofMillis(i % 12 == 0 ? 4_000 : 10));
        }
        assertThat(most(sent, Duration.ofSeconds(1))).isLessThanOrEqualTo(7);
        assertThat(most(sent, Duration.ofSeconds(2))).isLessThanOrEqualTo(8);
    }

    @Test
    void a_reply_does_not_wait_behind_what_is_queued() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            pace.await("a:1", Urgency.QUEUED);
        }
        Duration before = time.waited();
        pace.await("a:1", Urgency.REPLY);
        assertThat(time.waited()).isEqualTo(before);
    }

    @Test
    void what_is_worth_something_at_once_only_is_left_out_rather_than_in_the_way_of_a_reply()
            throws InterruptedException {
        int shown = 0;
        for (int i = 0; i < 20; i++) {
            shown += pace.await("a:1", Urgency.PASSING) ? 1 : 0;
        }
        assertThat(shown).isEqualTo(3);
        pace.await("a:1", Urgency.REPLY);
        assertThat(time.waited()).isZero();
        assertThat(pace.await("a:1", Urgency.PASSING)).isFalse();
    }

    @Test
    void one_conversation_does_not_hold_up_another() throws InterruptedException {
        pace.holdBack("a:1", Duration.ofSeconds(5));
        pace.await("a:2", Urgency.QUEUED);
        assertThat(time.waited()).isZero();
        pace.await("a:1", Urgency.REPLY);
        assertThat(time.waited()).isEqualTo(Duration.ofSeconds(5));
    }

    private static long most(List<Instant> sent, Duration window) {
        return sent.stream()
                .mapToLong(from -> sent.stream()
                        .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(window)))
                        .count())
                .max()
                .orElse(0);
    }
}
