package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Entries;

/** The places of the Location Information Service. */
public interface EmergencyLocations extends Backend {
    Entries<EmergencyLocation> locations();
}
