package dev.linekeeper.service.bulk;

import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import java.util.Set;

/** What came of pausing, resuming, stopping or trying a batch again. */
public sealed interface BatchControlResult {
    /** It stands so now. */
    record Controlled(Batch now) implements BatchControlResult {}

    /** As many members that had stopped go on; the others of them cannot, as they have another open request. */
    record TriedAgain(Batch now, int members, int others) implements BatchControlResult {}

    /** It waits for a decision, is over, or does that already. */
    record NotNow(Batch now) implements BatchControlResult {}

    /** Only the requester, or who holds one of these roles, may; to go on or try again, over everybody in it. */
    record NotForYou(Set<Role> needed) implements BatchControlResult {}

    /** Somebody else paused what the requester wants to go on. */
    record PausedByAnother(UserId by) implements BatchControlResult {}

    /** The button is not good, or others read along. */
    record StaleControl() implements BatchControlResult {}
}
