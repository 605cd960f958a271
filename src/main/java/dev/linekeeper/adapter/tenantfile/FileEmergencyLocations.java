package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.service.tenant.EmergencyLocations;
import java.util.List;

record FileEmergencyLocations(FileTenant tenant) implements EmergencyLocations {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public List<EmergencyLocation> locations() {
        return List.copyOf(
                FileTenant.section(tenant.content().locations(), "locations").values());
    }
}
