package dev.linekeeper.core.forecast;

import java.util.Locale;

/** What is paid for each month, as far as a comparison needs it. */
public enum PriceKind {
    /** One person's licence with Teams Phone, needed either way. */
    PHONE_LICENCE,
    /** One telephone number. */
    NUMBER,
    /** One person's calling plan, or whatever carries the calls of a number of their own. */
    OWN_PLAN,
    /** The resource account: its licence and its calling plan. */
    ACCOUNT,
    /** What one person's calls under Shared Calling are billed on average. */
    SHARED_CALLS;

    /** The setting that says it. */
    public String key() {
        return PriceList.KEY + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
