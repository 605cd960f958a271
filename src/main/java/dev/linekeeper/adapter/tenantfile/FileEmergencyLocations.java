package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.service.tenant.EmergencyLocations;
import java.util.List;

record FileEmergencyLocations(FileTenant tenant) implements EmergencyLocations {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public Entries<EmergencyLocation> locations() {
        var read = tenant.part(TenantContent::locations, "locations").values();
        return new Entries<>(List.copyOf(read), tenant.content().unread("locations"));
    }
}
