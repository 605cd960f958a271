package dev.linekeeper.service.tenant.limit;

import java.util.EnumMap;
import java.util.Map;

/** How fast each surface of the tenant may be called; every surface has a limit. */
public record RateLimits(Map<RateLimitedApi, ApiThrottle.ApiLimit> bySurface) {
    public RateLimits {
        bySurface = Map.copyOf(bySurface);
    }

    /** Calls a second by all replicas together. */
    public Map<RateLimitedApi, Integer> callsPerSecond() {
        var rates = new EnumMap<RateLimitedApi, Integer>(RateLimitedApi.class);
        bySurface.forEach((surface, limit) -> rates.put(surface, limit.callsPerSecond()));
        return rates;
    }
}
