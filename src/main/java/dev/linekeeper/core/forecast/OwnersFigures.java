package dev.linekeeper.core.forecast;

import java.math.BigDecimal;
import java.util.Optional;

/** What only the owner of Linekeeper can know, as they filled it in. */
public record OwnersFigures(ForecastAssumptions assumptions, PriceList prices) {
    /** Where nothing is filled in; the limit is that of the settings. */
    public static final OwnersFigures NONE =
            new OwnersFigures(new ForecastAssumptions(Optional.empty(), BigDecimal.ONE), PriceList.EMPTY);
}
