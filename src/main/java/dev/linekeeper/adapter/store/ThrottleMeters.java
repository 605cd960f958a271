package dev.linekeeper.adapter.store;

import dev.linekeeper.service.tenant.Surface;
import dev.linekeeper.service.tenant.Throttle;
import dev.linekeeper.service.tenant.Traffic;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** Meters of the calls this replica makes to the tenant, by surface: {@code linekeeper.tenant.*}. */
record ThrottleMeters(Throttle throttle) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        for (var surface : Surface.values()) {
            counter(registry, surface, "calls", "Calls made", Traffic::calls);
            counter(registry, surface, "waits", "Calls that waited for the budget first", Traffic::waits);
            counter(registry, surface, "refusals", "Calls not made: their turn was too far away", Traffic::refusals);
            counter(registry, surface, "pauses", "Times the surface asked to be left alone", Traffic::pauses);
        }
    }

    private void counter(
            MeterRegistry registry, Surface surface, String name, String description, ToDoubleFunction<Traffic> count) {
        FunctionCounter.builder("linekeeper.tenant." + name, throttle, it -> count.applyAsDouble(it.traffic(surface)))
                .description(description)
                .tag("surface", surface.label())
                .register(registry);
    }
}
