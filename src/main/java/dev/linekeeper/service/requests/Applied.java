package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.RequestId;
import java.time.Duration;

/** The result of a run over an approved request. */
public sealed interface Applied {
    /** Nothing more to do for now: the request is completed, stopped, back with the approvers, or another worker has it. */
    record Over(RequestId request) implements Applied {}

    /** The request is to be run again after this time, from where it is. */
    record Later(RequestId request, Duration after) implements Applied {}
}
