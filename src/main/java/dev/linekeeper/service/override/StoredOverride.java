package dev.linekeeper.service.override;

import dev.linekeeper.core.override.EmergencyOverride;

/**
 * An override as it is stored.
 *
 * @param version 1 for a new one; grows by one with every replacement
 */
public record StoredOverride(EmergencyOverride override, long version) {}
