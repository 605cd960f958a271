package dev.linekeeper.settings;

import dev.linekeeper.core.forecast.ForecastAssumptions;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a forecast of callback numbers is computed from.
 *
 * @param callsPerPersonAndYear how many emergency calls a person makes in a year, more than 0 and at most 100; without it no
 *     likelihood is computed
 * @param limit the likelihood within a year, in per cent, above which a forecast warns; more than 0 and at most 100
 */
public record ForecastSettings(
        @Nullable BigDecimal callsPerPersonAndYear,
        @DefaultValue("1") BigDecimal limit) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Throws IllegalArgumentException for what is no rate and no share, so that binding fails and says where. */
    public ForecastSettings {
        if (callsPerPersonAndYear != null) {
            refuseOutside(callsPerPersonAndYear, "linekeeper.forecast.calls-per-person-and-year");
        }
        refuseOutside(limit, "linekeeper.forecast.limit");
    }

    private static void refuseOutside(BigDecimal number, String key) {
        if (number.signum() <= 0 || number.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s, and must be more than 0 and at most 100".formatted(key, number));
        }
    }

    /** The same in the core's words. */
    public ForecastAssumptions assumptions() {
        return new ForecastAssumptions(Optional.ofNullable(callsPerPersonAndYear), limit);
    }
}
