package dev.linekeeper.service.drift;

import dev.linekeeper.core.drift.DriftFinding;

/**
 * A drift as it is stored.
 *
 * @param version 1 for a new one; grows by one with every replacement
 * @param people how many it is about
 * @param left how many of them do not have again what they had
 */
public record StoredDrift(DriftFinding drift, long version, int people, int left) {}
