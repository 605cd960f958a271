package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.EmergencyLocation;
import java.util.List;

/** The places of the Location Information Service. */
public interface EmergencyLocations extends Backend {
    List<EmergencyLocation> locations();
}
