package dev.linekeeper.adapter.cli.command;

import dev.linekeeper.adapter.cli.statements.KeptStatements;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.site.SiteDesk;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;

/** The tenant, and what makes requests; closing it closes the store. */
public record OpenSubmission(
        TenantPorts ports,
        TenantReader reader,
        JudgementSettings settings,
        BatchSubmission batches,
        RequestSubmission requests,
        SiteDesk sites,
        AuditWatch watch,
        Runnable stop)
        implements AutoCloseable {
    public TenantSession look() {
        return new TenantSession(ports, reader, reader.tenant().tenant(), settings, KeptStatements.NONE);
    }

    @Override
    public void close() {
        stop.run();
    }
}
