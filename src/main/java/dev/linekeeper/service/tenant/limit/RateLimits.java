package dev.linekeeper.service.tenant.limit;

import java.util.EnumMap;
import java.util.Map;

/** How fast each API may be called; every API has a limit. */
public record RateLimits(Map<RateLimitedApi, ApiThrottle.ApiLimit> byApi) {
    public RateLimits {
        byApi = Map.copyOf(byApi);
    }

    /** Calls a second by all replicas together. */
    public Map<RateLimitedApi, Integer> callsPerSecond() {
        var rates = new EnumMap<RateLimitedApi, Integer>(RateLimitedApi.class);
        byApi.forEach((api, limit) -> rates.put(api, limit.callsPerSecond()));
        return rates;
    }
}
