package dev.linekeeper.core.tenant;

import java.util.Locale;

/** The Entra object id of a group. */
public record GroupId(String value) {
    public GroupId {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A group id is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
