package dev.linekeeper.settings;

import dev.linekeeper.core.forecast.PriceKind;
import dev.linekeeper.core.forecast.PriceList;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What things cost the organisation a month, for {@code cost}; it compares only when all are filled in, with 0 for what is
 * free. A blank value, as an unset variable of a compose file gives it, is as good as none.
 *
 * @param currency the ISO 4217 code of all prices, such as {@code EUR}
 * @param phoneLicence one person's licence with Teams Phone
 * @param number one telephone number
 * @param ownPlan one person's calling plan, or whatever carries the calls of a number of their own
 * @param account the resource account: its licence and its calling plan
 * @param sharedCalls what one person's calls under Shared Calling are billed on average
 */
public record CostSettings(
        @Nullable String currency,
        @Nullable BigDecimal phoneLicence,
        @Nullable BigDecimal number,
        @Nullable BigDecimal ownPlan,
        @Nullable BigDecimal account,
        @Nullable BigDecimal sharedCalls) {

    /** Throws IllegalArgumentException for what is no currency and no price, so that binding fails and says where. */
    public CostSettings {
        prices(currency, phoneLicence, number, ownPlan, account, sharedCalls);
    }

    /** The same in the core's words. */
    public PriceList prices() {
        return prices(currency, phoneLicence, number, ownPlan, account, sharedCalls);
    }

    private static PriceList prices(
            @Nullable String currency,
            @Nullable BigDecimal phoneLicence,
            @Nullable BigDecimal number,
            @Nullable BigDecimal ownPlan,
            @Nullable BigDecimal account,
            @Nullable BigDecimal sharedCalls) {
        Map<PriceKind, BigDecimal> prices = new EnumMap<>(PriceKind.class);
        add(prices, PriceKind.PHONE_LICENCE, phoneLicence);
        add(prices, PriceKind.NUMBER, number);
        add(prices, PriceKind.OWN_PLAN, ownPlan);
        add(prices, PriceKind.ACCOUNT, account);
        add(prices, PriceKind.SHARED_CALLS, sharedCalls);
        return new PriceList(
                Optional.ofNullable(currency).filter(code -> !code.isBlank()).map(CostSettings::currency), prices);
    }

    private static void add(Map<PriceKind, BigDecimal> prices, PriceKind kind, @Nullable BigDecimal price) {
        if (price != null) {
            if (price.signum() < 0) {
                throw new IllegalArgumentException("%s is %s, and no price is below 0".formatted(kind.key(), price));
            }
            prices.put(kind, price);
        }
    }

    private static Currency currency(String code) {
        return Currency.availableCurrencies()
                .filter(known -> known.getCurrencyCode().equals(code.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "linekeeper.cost.currency is %s, which is no ISO 4217 code such as EUR".formatted(code)));
    }
}
