package dev.linekeeper.core.forecast;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a forecast takes from the owner of Linekeeper, as no tenant tells it and we publish no figure for it.
 *
 * @param callsPerPersonAndYear how many emergency calls a person makes in a year, more than 0; empty where nobody has said so
 * @param limitPercent the likelihood within a year, in per cent, above which a forecast warns
 */
public record ForecastAssumptions(Optional<BigDecimal> callsPerPersonAndYear, BigDecimal limitPercent) {
    /** The limit as a likelihood from 0 to 1. */
    double limit() {
        return limitPercent.movePointLeft(2).doubleValue();
    }
}
