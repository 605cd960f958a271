package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.RequestId;
import java.time.Duration;

/** How far applying came. */
public sealed interface Applied {
    /** There is nothing more to do for now: it is through, stopped, back with the approvers, or in other hands. */
    record Over(RequestId request) implements Applied {}

    /** To be taken up again later, from where it is. */
    record Later(RequestId request, Duration after) implements Applied {}
}
