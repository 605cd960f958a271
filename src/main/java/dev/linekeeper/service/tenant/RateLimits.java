package dev.linekeeper.service.tenant;

import java.util.EnumMap;
import java.util.Map;

/** How fast each surface of the tenant may be called; every surface has a limit. */
public record RateLimits(Map<Surface, Throttle.Limit> bySurface) {
    public RateLimits {
        bySurface = Map.copyOf(bySurface);
    }

    /** Calls a second by all replicas together. */
    public Map<Surface, Integer> callsPerSecond() {
        var rates = new EnumMap<Surface, Integer>(Surface.class);
        bySurface.forEach((surface, limit) -> rates.put(surface, limit.callsPerSecond()));
        return rates;
    }
}
