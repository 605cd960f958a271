package dev.linekeeper.service.bulk.judging;

import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.Optional;

/** Whom a row means, or why that is nobody who could be asked for. */
sealed interface PersonOfRow {
    /** Exactly this one. */
    record Meant(DirectoryEntry person) implements PersonOfRow {}

    /** Nobody; {@code account} is what has the name instead. */
    record NotMeant(RowOutcome outcome, Explanation why, Optional<UserId> account) implements PersonOfRow {}

    /** The reason is a message of {@code bulk.row}. */
    static PersonOfRow nobody(RowOutcome outcome, String key, Object... arguments) {
        return new NotMeant(outcome, Explanation.of("bulk.row." + key, arguments), Optional.empty());
    }
}
