package dev.linekeeper.chat;

import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Approvers who could not be reached, for the requester to see. Approvers without a chat with the bot are read from the address
 * book every time, so it holds on every replica and after a restart, and ends as soon as they have one. Other failures are
 * remembered for the latest requests of this process.
 */
public final class UnreachableApprovers {
    private static final int MOST_REQUESTS = 1_000;

    private final Addresses addresses;
    private final Map<RequestId, Map<UserId, String>> failures = new LinkedHashMap<>();

    public UnreachableApprovers(Addresses addresses) {
        this.addresses = addresses;
    }

    public synchronized void remember(RequestId request, Map<UserId, String> unreached) {
        failures.remove(request);
        failures.put(request, Map.copyOf(unreached));
        if (failures.size() > MOST_REQUESTS) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    /** Forgets that the approver could not be reached for this request. */
    public synchronized void reached(RequestId request, UserId person) {
        failures.computeIfPresent(request, (_, unreached) -> {
            var others = new LinkedHashMap<>(unreached);
            others.remove(person);
            return others;
        });
    }

    /** The approvers who were not told, each with the reason; an empty reason means no chat with the bot. */
    public Map<UserId, String> of(RequestDetails terms) {
        var unreached = new TreeMap<UserId, String>((one, other) -> one.value().compareTo(other.value()));
        terms.approvers().stream()
                .filter(approver -> !terms.concerns(approver))
                .filter(approver -> addresses.find(approver).isEmpty())
                .forEach(approver -> unreached.put(approver, ""));
        synchronized (this) {
            unreached.putAll(failures.getOrDefault(terms.id(), Map.of()));
        }
        return unreached;
    }
}
