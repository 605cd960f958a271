package dev.linekeeper.timing;

/**
 * How much a property, fuzz or journey test tries: a short sample in every build, the whole in the Maven profile
 * {@code long} ({@code mvn -Plong verify}), which sets the system property {@code linekeeper.long}.
 */
public final class Sampling {
    private static final boolean WHOLE = Boolean.getBoolean("linekeeper.long");

    private Sampling() {}

    /** The number of cases to try, of the two the one this run has time for. */
    public static int of(int sample, int whole) {
        return WHOLE ? whole : sample;
    }

    public static boolean whole() {
        return WHOLE;
    }
}
