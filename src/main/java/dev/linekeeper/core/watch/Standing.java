package dev.linekeeper.core.watch;

import dev.linekeeper.core.history.Licence;
import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the directory says of a person as far as their calls depend on it. What is empty was not read.
 *
 * @param department blank where there is none
 * @param country of usage, as two letters; blank where there is none
 * @param licensed whether they hold Teams Phone
 */
public record Standing(
        Optional<Boolean> enabled, Optional<String> department, Optional<String> country, Optional<Boolean> licensed) {
    public static Standing of(DirectoryEntry entry) {
        return new Standing(
                entry.enabled().known(),
                Optional.of(entry.department().orElse("")),
                entry.usageLocation()
                        .known()
                        .map(place -> place.map(Country::iso).orElse("")),
                Optional.ofNullable(PersonSettings.of(entry).licences().get(Licence.TEAMS_PHONE)));
    }

    /** The same with what a later reading found, which may have found out less. */
    public Standing with(Standing later) {
        return new Standing(
                later.enabled.or(() -> enabled),
                later.department.or(() -> department),
                later.country.or(() -> country),
                later.licensed.or(() -> licensed));
    }

    /** What came about since, each with what was so before; nothing that either of the readings does not tell. */
    public Map<WatchCause, String> changesTo(Standing now) {
        var changes = new EnumMap<WatchCause, String>(WatchCause.class);
        if (isLost(enabled, now.enabled)) {
            changes.put(WatchCause.DISABLED, "");
        }
        if (isLost(licensed, now.licensed)) {
            changes.put(WatchCause.UNLICENSED, "");
        }
        moved(country, now.country).ifPresent(before -> changes.put(WatchCause.COUNTRY, before));
        moved(department, now.department).ifPresent(before -> changes.put(WatchCause.DEPARTMENT, before));
        return changes;
    }

    /**
     * Whether a cause is over.
     *
     * @param before what was so before it came about
     */
    public boolean ends(WatchCause cause, String before) {
        return switch (cause) {
            case DISABLED -> enabled.orElse(false);
            case DELETED -> true;
            case UNLICENSED -> licensed.orElse(false);
            case COUNTRY -> country.filter(before::equals).isPresent();
            case DEPARTMENT -> department.filter(before::equals).isPresent();
        };
    }

    private static boolean isLost(Optional<Boolean> before, Optional<Boolean> now) {
        return before.orElse(false) && !now.orElse(true);
    }

    /** What was so before a move; from nowhere, or to nowhere, is none. */
    private static Optional<String> moved(Optional<String> before, Optional<String> now) {
        return before.filter(Predicate.not(String::isBlank))
                .filter(_ -> now.filter(Predicate.not(String::isBlank)).isPresent())
                .filter(old -> !now.equals(Optional.of(old)));
    }
}
