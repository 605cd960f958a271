package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;

/** The tenant's telephone numbers. */
public interface NumberInventory extends Backend {
    List<TelephoneNumber> all();

    Optional<TelephoneNumber> find(PhoneNumber number);

    /** Gives a number to a person or an account; switches their voice on. A conflict when somebody else holds it. */
    WriteReceipt assign(
            PhoneNumber number, NumberType type, UserId holder, Optional<LocationId> location, ChangeKey key);

    /** Takes a number from its holder; switches their voice off. Harmless when nobody holds it. */
    WriteReceipt release(PhoneNumber number, NumberType type, ChangeKey key);

    /** Sets the static emergency location of a number, or clears it. */
    void setLocation(PhoneNumber number, Optional<LocationId> location, ChangeKey key);

    /** The state of a write under way: running, or accepted when finished. Throws when the write failed. */
    WriteReceipt follow(WriteReceipt.RunningWrite receipt);
}
