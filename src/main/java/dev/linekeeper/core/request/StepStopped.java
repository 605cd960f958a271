package dev.linekeeper.core.request;

import dev.linekeeper.core.enrolment.StepName;
import java.time.Instant;

/**
 * The step at which applying stopped, and why.
 *
 * @param index the step that could not be done, from 0; those before it are done
 * @param detail what the backend or we found, for an admin
 * @param tries how often the step was tried
 */
public record StepStopped(int index, StepName name, StopReason why, String detail, int tries, Instant at) {}
