package dev.linekeeper.chat;

import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Approvers who could not be reached, for the requester to see. Remembered for the latest requests of this process only. */
public final class Undelivered {
    private static final int REMEMBERED = 1_000;

    private final Map<RequestId, List<Explanation>> notes = new LinkedHashMap<>();

    synchronized void remember(RequestId request, List<Explanation> unreached) {
        notes.remove(request);
        notes.put(request, List.copyOf(unreached));
        if (notes.size() > REMEMBERED) {
            notes.remove(notes.keySet().iterator().next());
        }
    }

    synchronized List<Explanation> of(RequestId request) {
        return notes.getOrDefault(request, List.of());
    }
}
