package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.Tenant;
import java.time.Instant;

/** The snapshot of the tenant, and the time of its oldest part. */
public record TenantSnapshot(Tenant tenant, Instant asOf) {}
