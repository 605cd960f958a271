package dev.linekeeper.core.bulk;

import dev.linekeeper.core.tenant.GroupId;
import java.util.Optional;

/**
 * What somebody gave as a list of people.
 *
 * @param name of the file, the group, the department …; empty for rows that were pasted
 * @param group the one meant, of the groups that have the name
 */
public record ImportSource(SourceKind kind, String name, Optional<GroupId> group) {
    /** The names are stored: do not rename. */
    public enum SourceKind {
        FILE,
        PASTED,
        /** Rows that each give a person a number of their own. */
        NUMBERS_FILE,
        NUMBERS_PASTED,
        GROUP,
        /** Those who joined a group after its members were asked for. */
        JOINED,
        DEPARTMENT,
        OFFICE,
        CITY,
        /** Those who have a Shared Calling policy. */
        POLICY;

        /** Whether it came as rows; else its people are looked up. */
        public boolean comesAsRows() {
            return this == FILE || this == PASTED || this == JOINED || givesNumbers();
        }

        /** Whether its people get numbers of their own, instead of being enrolled. */
        public boolean givesNumbers() {
            return this == NUMBERS_FILE || this == NUMBERS_PASTED;
        }
    }

    public ImportSource(SourceKind kind, String name) {
        this(kind, name, Optional.empty());
    }
}
