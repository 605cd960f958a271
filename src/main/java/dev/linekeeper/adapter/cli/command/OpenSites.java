package dev.linekeeper.adapter.cli.command;

import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.fixes.OtherClaims;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.site.SiteDesk;
import dev.linekeeper.service.site.SiteReading;
import dev.linekeeper.service.tenant.Directory;

/** The tenant, and what is chosen for sites; closing it closes the store. */
public record OpenSites(
        SiteDesk desk,
        SiteReading reading,
        OtherClaims claims,
        Roles roles,
        Directory directory,
        AuditWatch watch,
        Runnable stop)
        implements AutoCloseable {
    @Override
    public void close() {
        stop.run();
    }
}
