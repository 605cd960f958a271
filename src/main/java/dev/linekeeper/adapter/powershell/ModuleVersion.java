package dev.linekeeper.adapter.powershell;

import dev.linekeeper.service.tenant.BackendFailure;
import java.util.Comparator;
import java.util.regex.Pattern;

/** The version of the MicrosoftTeams module. Shared Calling came with {@link #OLDEST} (rule TEN-02). */
record ModuleVersion(int major, int minor, int patch, String written) implements Comparable<ModuleVersion> {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:[.-].*)?");
    static final ModuleVersion OLDEST = of("5.5.0");

    /** Reads {@code 7.9.0} or {@code 7.9.1-preview}; what stands behind the third number does not count. */
    static ModuleVersion of(String written) {
        var match = WRITTEN.matcher(written.strip());
        if (!match.matches()) {
            throw new BackendFailure(
                    BackendFailure.Kind.PROTOCOL, "'%s' is no version of the MicrosoftTeams module".formatted(written));
        }
        return new ModuleVersion(
                Integer.parseInt(match.group(1)),
                Integer.parseInt(match.group(2)),
                Integer.parseInt(match.group(3)),
                written.strip());
    }

    /** Refuses to work with a module that does not know Shared Calling. */
    void mustKnowSharedCalling() {
        if (compareTo(OLDEST) < 0) {
            throw new BackendFailure(
                    BackendFailure.Kind.UNSUPPORTED,
                    "The MicrosoftTeams module is %s; %s or newer is needed (rule TEN-02)".formatted(this, OLDEST));
        }
    }

    @Override
    public int compareTo(ModuleVersion other) {
        return Comparator.comparingInt(ModuleVersion::major)
                .thenComparingInt(ModuleVersion::minor)
                .thenComparingInt(ModuleVersion::patch)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return written;
    }
}
