package dev.linekeeper.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.service.tenant.reading.SharedPart;
import dev.linekeeper.service.tenant.reading.SnapshotAges;
import dev.linekeeper.service.tenant.reading.TenantReader;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions share what is the same for all of them, as long as it is. */
class TenantViewTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-11-25T12:00:00Z"));
    private final TenantReader reader = new TenantReader(
            Fabrikam.model().ports(),
            clock,
            new SnapshotAges(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofSeconds(10)),
            Runnable::run);
    private final TenantView tenant =
            new TenantView(reader, null, new JudgementSettings(Optional.empty(), false, Map.of()));

    @Test
    void what_people_share_is_put_together_and_judged_once_a_snapshot() {
        var first = tenant.snapshot();
        var judged = tenant.readiness(first).policy(new PolicyName("London"));
        var second = tenant.snapshot();

        assertThat(second.tenant()).isSameAs(first.tenant());
        assertThat(tenant.readiness(second).policy(new PolicyName("London"))).isSameAs(judged);
    }

    @Test
    void a_part_that_was_read_again_is_judged_again() {
        var first = tenant.snapshot();
        var judged = tenant.readiness(first);
        reader.forget(SharedPart.NUMBERS);
        var second = tenant.snapshot();

        assertThat(second.tenant()).isNotSameAs(first.tenant());
        assertThat(tenant.readiness(second)).isNotSameAs(judged);
        assertThat(tenant.readiness(first)).as("of what was read before").isNotSameAs(tenant.readiness(second));
    }

    @Test
    void who_decides_is_given_a_tenant_of_their_own() {
        assertThat(reader.freshTenant().tenant()).isNotSameAs(tenant.snapshot().tenant());
    }
}
