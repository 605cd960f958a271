package dev.linekeeper.core.tenant;

/** The Microsoft cloud a tenant lives in. Shared Calling exists in the public clouds only (rule TEN-01). */
public enum Cloud {
    WORLDWIDE("Worldwide"),
    GCC("GCC"),
    GCC_HIGH("GCC High"),
    DOD("DoD"),
    CHINA("21Vianet");

    private final String called;

    Cloud(String called) {
        this.called = called;
    }

    /** As Microsoft calls it, in every language. */
    public String called() {
        return called;
    }
}
