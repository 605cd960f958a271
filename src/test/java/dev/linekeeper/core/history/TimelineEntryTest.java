package dev.linekeeper.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.enrolment.EffectivePolicy;
import dev.linekeeper.core.enrolment.EffectivePolicy.Origin;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineEntryTest {
    private static final Instant NIGHT = Instant.parse("2026-11-20T02:00:00Z");
    private static final EffectivePolicy LONDON = policy("London", Origin.DIRECT);
    private static final EffectivePolicy GLOBAL = policy("Global", Origin.GLOBAL);

    @Test
    void what_a_request_left_unread_and_a_sweep_then_finds_is_the_requests_and_no_change_by_somebody_else() {
        var first = first(settings(true, Map.of(PolicyKind.SHARED_CALLING, LONDON)));
        var removed = first.next(settings(false, Map.of()), NIGHT.plusSeconds(1), Optional.of(new RequestId(1001)));
        var found = removed.next(
                settings(false, Map.of(PolicyKind.SHARED_CALLING, GLOBAL)), NIGHT.plusSeconds(2), Optional.empty());

        var timeline = TimelineEntry.of(List.of(first, removed, found));

        assertThat(timeline).hasSize(2);
        assertThat(timeline.getLast().version().request()).contains(new RequestId(1001));
        assertThat(timeline.getLast().version().settings().policies()).containsEntry(PolicyKind.SHARED_CALLING, GLOBAL);
    }

    @Test
    void what_one_reading_missed_and_the_next_finds_different_is_a_change_from_what_was_known_before() {
        var first = first(settings(true, Map.of(PolicyKind.SHARED_CALLING, LONDON)));
        var missed = first.next(settings(false, Map.of()), NIGHT.plusSeconds(1), Optional.empty());
        var found = missed.next(
                settings(false, Map.of(PolicyKind.SHARED_CALLING, GLOBAL)), NIGHT.plusSeconds(2), Optional.empty());

        var timeline = TimelineEntry.of(List.of(first, missed, found));

        assertThat(timeline).hasSize(3);
        assertThat(timeline.getLast().changes()).extracting(Explanation::key).containsExactly("history.policy");
    }

    @Test
    void what_was_not_read_is_neither_a_change_nor_the_same() {
        var read = settings(true, Map.of(PolicyKind.SHARED_CALLING, LONDON));
        var missed = settings(true, Map.of());

        assertThat(read.isOutdatedBy(missed)).isFalse();
        assertThat(read.isConfirmedBy(missed)).isFalse();
        assertThat(missed.isOutdatedBy(read)).isTrue();
        assertThat(read.isSameAs(missed)).isFalse();
    }

    private static SettingsVersion first(PersonSettings settings) {
        return SettingsVersion.first(new UserId("00000000-0000-0000-0000-0000000000b1"), settings, NIGHT);
    }

    private static PersonSettings settings(boolean voice, Map<PolicyKind, EffectivePolicy> policies) {
        return new PersonSettings(Optional.of(voice), Optional.of(List.of()), policies, Optional.of("GB"), Map.of());
    }

    private static EffectivePolicy policy(String name, Origin origin) {
        return new EffectivePolicy(new PolicyName(name), origin, Optional.empty(), Optional.empty());
    }
}
