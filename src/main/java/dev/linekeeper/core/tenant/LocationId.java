package dev.linekeeper.core.tenant;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The id of an emergency location in the Location Information Service. */
public record LocationId(String value) {
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    public LocationId {
        value = AnyCase.folded(value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Reads an id as Microsoft writes it: nothing, and the all-zero id, both mean that there is no location. */
    public static Optional<LocationId> of(@Nullable String written) {
        return Optional.ofNullable(written)
                .filter(id -> !id.isBlank())
                .map(LocationId::new)
                .filter(id -> !id.value().equals(NONE));
    }
}
