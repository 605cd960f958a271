package dev.linekeeper.service.override;

import dev.linekeeper.core.override.EmergencyOverride;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The store of overrides. Of two who replace one at once the first wins. */
public interface OverrideStore {
    /** Stores a new one under the next number; empty when the person has an open one. */
    Optional<StoredOverride> add(Function<RequestId, EmergencyOverride> made);

    Optional<StoredOverride> find(RequestId id);

    /** Those that are open, oldest first. */
    List<StoredOverride> open();

    /** The open one of a person. */
    Optional<StoredOverride> openOf(UserId person);

    /** Puts {@code after} in the place of {@code before}; empty when that is not what is stored any more. */
    Optional<StoredOverride> replace(StoredOverride before, EmergencyOverride after);
}
