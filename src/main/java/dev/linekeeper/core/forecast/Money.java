package dev.linekeeper.core.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount, exact, in a currency. */
public record Money(BigDecimal amount, Currency currency) {
    /** As much of it as can be paid: in whole cents, or whatever the currency has; halves are rounded up. */
    public Money payable() {
        return new Money(
                amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP), currency);
    }
}
