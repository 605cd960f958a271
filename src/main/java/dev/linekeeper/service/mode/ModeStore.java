package dev.linekeeper.service.mode;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Optional;

/** Keeps the mode that was chosen, for all replicas. */
public interface ModeStore {
    /** What was chosen and when, empty before anybody chose; and who asked for live and waits for a second person. */
    record KeptMode(Optional<ChosenMode> chosen, Optional<LiveWish> wish) {}

    record ChosenMode(OperatingMode mode, Instant at) {}

    record LiveWish(UserId by, Instant at) {}

    KeptMode find();

    /** The same within a transaction, in which nobody else changes it. */
    KeptMode forChange();

    /** Keeps this instead, within the transaction of {@link #forChange}. */
    void keep(KeptMode mode);
}
