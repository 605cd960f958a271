package dev.linekeeper.adapter.store;

import dev.linekeeper.service.tenant.limit.ApiCallCounts;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** Meters of the calls this replica makes to the tenant, by surface: {@code linekeeper.tenant.*}. */
record ThrottleMeters(ApiThrottle throttle) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        for (var surface : RateLimitedApi.values()) {
            counter(registry, surface, "calls", "Calls made", ApiCallCounts::calls);
            counter(registry, surface, "waits", "Calls that waited for the budget first", ApiCallCounts::waits);
            counter(
                    registry,
                    surface,
                    "refusals",
                    "Calls not made: their turn was too far away",
                    ApiCallCounts::refusals);
            counter(registry, surface, "pauses", "Times the surface asked to be left alone", ApiCallCounts::pauses);
        }
    }

    private void counter(
            MeterRegistry registry,
            RateLimitedApi surface,
            String name,
            String description,
            ToDoubleFunction<ApiCallCounts> count) {
        FunctionCounter.builder("linekeeper.tenant." + name, throttle, it -> count.applyAsDouble(it.traffic(surface)))
                .description(description)
                .tag("surface", surface.label())
                .register(registry);
    }
}
