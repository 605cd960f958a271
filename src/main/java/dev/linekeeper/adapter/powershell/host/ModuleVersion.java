package dev.linekeeper.adapter.powershell.host;

import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.lang.module.ModuleDescriptor.Version;
import java.util.regex.Pattern;

/**
 * The version of the MicrosoftTeams module. {@link #OLDEST} does all that Shared Calling needs (rule TEN-02); the table in
 * src/docs/powershell.md has every floor with its reason.
 *
 * @param number the first three numbers; only they are compared
 * @param written the whole version, such as {@code 7.9.1-preview}
 */
public record ModuleVersion(Version number, String written) implements Comparable<ModuleVersion> {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6}\\.\\d{1,6}\\.\\d{1,6})(?:[.-].*)?");
    public static final ModuleVersion OLDEST = of(PublishedData.OLDEST_MODULE);

    /** Reads a version of at least three numbers; throws a {@link BackendFailure} of kind {@code PROTOCOL} for others. */
    public static ModuleVersion of(String written) {
        var match = WRITTEN.matcher(written.strip());
        if (!match.matches()) {
            throw new BackendFailure(
                    FailureKind.PROTOCOL, "'%s' is no version of the MicrosoftTeams module".formatted(written));
        }
        return new ModuleVersion(Version.parse(match.group(1)), written.strip());
    }

    /** Throws a {@link BackendFailure} when the module is older than {@link #OLDEST}. */
    void mustKnowSharedCalling() {
        if (compareTo(OLDEST) < 0) {
            throw new BackendFailure(
                    FailureKind.UNSUPPORTED, "MicrosoftTeams is %s; %s or newer is needed".formatted(this, OLDEST));
        }
    }

    @Override
    public int compareTo(ModuleVersion other) {
        return number.compareTo(other.number);
    }

    @Override
    public String toString() {
        return written;
    }
}
