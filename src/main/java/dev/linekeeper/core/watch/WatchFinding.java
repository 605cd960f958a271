package dev.linekeeper.core.watch;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that came about and concerns somebody's calls.
 *
 * @param before what was so before, such as the department; blank where the cause says it all
 * @param told whether it has been asked for or told, and waits for what people make of it
 * @param request what was asked for because of it
 */
public record WatchFinding(
        UserId person,
        String name,
        WatchCause cause,
        String before,
        Instant since,
        boolean told,
        Optional<RequestId> request) {}
