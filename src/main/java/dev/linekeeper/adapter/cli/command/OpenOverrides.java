package dev.linekeeper.adapter.cli.command;

import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.override.OverrideStore;
import dev.linekeeper.service.override.OverrideSubmission;
import dev.linekeeper.service.tenant.Directory;

/** What overrides are asked for with and kept in; closing it closes the store. */
public record OpenOverrides(
        Directory directory, OverrideStore store, OverrideSubmission submission, AuditWatch watch, Runnable stop)
        implements AutoCloseable {
    @Override
    public void close() {
        stop.run();
    }
}
