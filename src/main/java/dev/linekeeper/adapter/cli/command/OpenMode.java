package dev.linekeeper.adapter.cli.command;

import dev.linekeeper.chat.mode.ModeCommands;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.tenant.Directory;

/** The mode, as the chat shows and switches it; closing it closes the store. */
public record OpenMode(ModeCommands commands, Directory directory, AuditWatch watch, Runnable stop)
        implements AutoCloseable {
    @Override
    public void close() {
        stop.run();
    }
}
