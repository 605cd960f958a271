package dev.linekeeper.service.audit;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Which records somebody wants; what is empty does not matter.
 *
 * @param from the earliest time, included
 * @param to the latest time, excluded
 * @param person who acted, or whom it concerned
 */
public record AuditSelection(
        Optional<Instant> from, Optional<Instant> to, Optional<UserId> person, Optional<RequestId> request) {
    public static final AuditSelection EVERYTHING =
            new AuditSelection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** In the words of the trail. */
    String text() {
        var parts = new ArrayList<String>();
        from.ifPresent(time -> parts.add("from %s".formatted(time)));
        to.ifPresent(time -> parts.add("to %s".formatted(time)));
        person.ifPresent(id -> parts.add("person %s".formatted(id)));
        request.ifPresent(id -> parts.add("request %s".formatted(id)));
        return parts.isEmpty() ? "everything" : String.join(", ", parts);
    }

    /** Every record of a request. */
    public static AuditSelection of(RequestId request) {
        return new AuditSelection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(request));
    }
}
