package dev.linekeeper.core.tenant;

import java.util.Locale;

/** The Entra object id of a person or a resource account: people are told apart by it alone. */
public record UserId(String value) {
    public UserId {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("An object id is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
