package dev.linekeeper.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class ThrottleMetersTest {
    @Test
    void calls_and_waits_are_counted_by_surface() {
        var throttle = Throttles.in(new ManualTime());
        var registry = new SimpleMeterRegistry();
        new ThrottleMeters(throttle).bindTo(registry);
        for (int call = 0; call < 7; call++) {
            throttle.withRetry(RateLimitedApi.TEAMS_ADMIN, () -> true);
        }
        assertThat(count(registry, "calls", "teams-admin")).isEqualTo(7);
        assertThat(count(registry, "waits", "teams-admin")).isEqualTo(2);
        assertThat(count(registry, "calls", "directory")).isZero();
        assertThat(registry.getMeters()).hasSize(4 * RateLimitedApi.values().length);
    }

    private static double count(SimpleMeterRegistry registry, String name, String surface) {
        return registry.get("linekeeper.tenant." + name)
                .tag("surface", surface)
                .functionCounter()
                .count();
    }
}
