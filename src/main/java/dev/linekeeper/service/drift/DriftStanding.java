package dev.linekeeper.service.drift;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits for somebody.
 *
 * @param people each counted once for every drift that is about them still
 * @param oldest when the oldest was found; empty where nothing waits
 */
public record DriftStanding(int drifts, int people, Optional<Instant> oldest) {}
