package dev.linekeeper.core.forecast;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prices a month as the owner of Linekeeper filled them in; none is ours.
 *
 * @param currency of all of them
 * @param prices 0 or more; those not filled in are not there
 */
public record PriceList(Optional<Currency> currency, Map<PriceKind, BigDecimal> prices) {
    static final String KEY = "linekeeper.cost.";

    /** Nothing is filled in. */
    public static final PriceList EMPTY = new PriceList(Optional.empty(), Map.of());

    public PriceList {
        prices = Map.copyOf(prices);
    }

    /**
     * A price.
     *
     * @throws java.util.NoSuchElementException when it is {@link #missing}
     */
    public BigDecimal price(PriceKind kind) {
        return Optional.ofNullable(prices.get(kind)).orElseThrow();
    }

    /** The settings nobody has filled in. */
    public List<String> missing() {
        return Stream.concat(
                        currency.isPresent() ? Stream.empty() : Stream.of(KEY + "currency"),
                        Arrays.stream(PriceKind.values())
                                .filter(kind -> !prices.containsKey(kind))
                                .map(PriceKind::key))
                .toList();
    }
}
