package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.OpenAttestations;
import dev.linekeeper.adapter.cli.statements.KeptStatements;
import dev.linekeeper.adapter.store.audit.AnchorFile;
import dev.linekeeper.chat.attestation.AttestationsForTests;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.service.attestation.AttestationDesk;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.drift.DriftsForTests;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The shell beside a chat, over the same tenant and store. */
final class BesideChat extends OverTenant {
    private final ChatInMemory chat;
    private final Clock clock;

    BesideChat(ChatInMemory chat) {
        super(chat.tenant().ports());
        this.chat = chat;
        this.clock = chat.overrides().clock();
    }

    @Override
    public ChosenTenant withStatements() {
        return new ChosenTenant(
                ports,
                SETTINGS,
                List.of(),
                KeptStatements.of(
                        chat.overrides().inForce(), desk(), chat.store().testCalls(), ports.directory()),
                () -> {});
    }

    @Override
    public OpenSubmission submission(String instead) {
        return new OpenSubmission(
                ports,
                reader(),
                SETTINGS,
                chat.requests().askingForMany(),
                chat.requests().asking(),
                watch(),
                () -> {});
    }

    @Override
    public OpenOverrides overrides(String instead) {
        return new OpenOverrides(
                ports.directory(), chat.store().overrides(), chat.overrides().submission(), watch(), () -> {});
    }

    @Override
    public OpenAttestations attestations(String instead) {
        return new OpenAttestations(
                desk(),
                AttestationsForTests.testCalls(chat.store(), clock),
                chat.overrides().roles(),
                reader(),
                ports.directory(),
                SETTINGS,
                watch(),
                () -> {});
    }

    private AttestationDesk desk() {
        return AttestationsForTests.desk(
                chat.store(), DriftsForTests.news(chat.store(), clock).news(), clock);
    }

    private TenantReader reader() {
        return ports.reader(clock, Duration.ofMinutes(5));
    }

    private AuditWatch watch() {
        return new AuditWatch(chat.store().trail(), new AnchorFile((Path) null), clock);
    }
}
