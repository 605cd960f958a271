package dev.linekeeper.chat;

import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Approvers who could not be reached, for the requester to see: those without a chat with the bot, and those whom a message
 * has not reached. Read from the store every time, so that it holds on every replica and ends when it is no longer so.
 */
public record UnreachableApprovers(Addresses addresses, MessageQueue queue) {
    /** The approvers who were not told, each with the key of the message that says why. */
    public Map<UserId, String> of(RequestDetails terms) {
        return of(terms.id(), terms.approvers(), terms::concerns);
    }

    /** The same of the approvers of a batch. */
    public Map<UserId, String> of(RequestId batch, Set<UserId> approvers) {
        return of(batch, approvers, _ -> false);
    }

    private Map<UserId, String> of(RequestId id, Set<UserId> approvers, Predicate<UserId> isConcerned) {
        var unreached = new TreeMap<UserId, String>(Comparator.comparing(UserId::value));
        approvers.stream()
                .filter(isConcerned.negate())
                .filter(approver -> addresses.find(approver).isEmpty())
                .forEach(approver -> unreached.put(approver, "teams.noChat"));
        queue.unreached(id).forEach((person, why) -> {
            if (approvers.contains(person)) {
                unreached.put(person, why);
            }
        });
        return unreached;
    }
}
