package dev.linekeeper.core.tenant.person;

import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.List;
import java.util.Optional;

/**
 * A number somebody is to have as their own.
 *
 * @param place the emergency location it is to have; empty for the one it has
 */
public record GivenNumber(PhoneNumber number, Optional<LocationId> place) {
    /** The one that changes give; empty when they give none. */
    public static Optional<GivenNumber> in(List<Change> changes) {
        return changes.stream()
                .filter(Change.AssignNumber.class::isInstance)
                .map(Change.AssignNumber.class::cast)
                .map(it -> new GivenNumber(it.number(), it.location()))
                .findFirst();
    }

    /** The number of the inventory as it would be. */
    public TelephoneNumber placed(TelephoneNumber listed) {
        return place.map(listed::at).orElse(listed);
    }
}
