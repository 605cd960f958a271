package dev.linekeeper.core.tenant;

/** The Microsoft cloud a tenant lives in. Shared Calling exists in the public clouds only (rule TEN-01). */
public enum Cloud {
    WORLDWIDE,
    GCC,
    GCC_HIGH,
    DOD,
    CHINA
}
