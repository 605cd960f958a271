package dev.linekeeper.adapter.store;

import dev.linekeeper.service.tenant.limit.ApiCallCounts;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** Metrics of the calls of this replica to the tenant, by API: {@code linekeeper.tenant.*}. */
record ThrottleMeters(ApiThrottle throttle) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        for (var api : RateLimitedApi.values()) {
            counter(registry, api, "calls", "Calls made", ApiCallCounts::calls);
            counter(registry, api, "waits", "Calls that waited for the rate limit", ApiCallCounts::waits);
            counter(
                    registry,
                    api,
                    "refusals",
                    "Calls not made: the wait would have been too long",
                    ApiCallCounts::refusals);
            counter(registry, api, "pauses", "Times the API asked callers to wait", ApiCallCounts::pauses);
        }
    }

    private void counter(
            MeterRegistry registry,
            RateLimitedApi api,
            String name,
            String description,
            ToDoubleFunction<ApiCallCounts> count) {
        FunctionCounter.builder("linekeeper.tenant." + name, throttle, it -> count.applyAsDouble(it.callCounts(api)))
                .description(description)
                .tag("surface", api.label())
                .register(registry);
    }
}
