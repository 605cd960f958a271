package dev.linekeeper.service.execution;

import dev.linekeeper.core.request.RequestId;
import java.time.Duration;

/** The result of a run over an approved request. */
public sealed interface ExecutionResult {
    /** Nothing is left to do now: the request is completed, stopped, back with the approvers, or with another worker. */
    record Ended(RequestId request) implements ExecutionResult {}

    /** The request is to be run again after this time, from where it is. */
    record Deferred(RequestId request, Duration after) implements ExecutionResult {}
}
