package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.OpenAttestations;
import dev.linekeeper.adapter.cli.command.OpenMode;
import dev.linekeeper.adapter.cli.command.OpenOverrides;
import dev.linekeeper.adapter.cli.command.OpenReservations;
import dev.linekeeper.adapter.cli.command.OpenSites;
import dev.linekeeper.adapter.cli.command.OpenSubmission;
import dev.linekeeper.adapter.cli.statements.KeptStatements;
import dev.linekeeper.adapter.store.audit.AnchorFile;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.attestation.AttestationsForTests;
import dev.linekeeper.chat.mode.ModeCommands;
import dev.linekeeper.chat.numbers.ReservationNotes;
import dev.linekeeper.chat.numbers.ReservationsForTests;
import dev.linekeeper.chat.site.SitesForTests;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.OperatingMode.ModeLimits;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.service.attestation.AttestationDesk;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.drift.DriftsForTests;
import dev.linekeeper.service.fixes.OtherClaims;
import dev.linekeeper.service.mode.ModeSwitch;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The shell beside a chat, over the same tenant and store. */
public final class BesideChat extends OverTenant {
    private final ChatInMemory chat;
    private final Clock clock;

    public BesideChat(ChatInMemory chat) {
        this(chat, OverTenant.SETTINGS);
    }

    private BesideChat(ChatInMemory chat, JudgementSettings settings) {
        super(chat.tenant().ports(), settings);
        this.chat = chat;
        this.clock = chat.overrides().clock();
    }

    /** With the chat's own settings of judgement. */
    public static BesideChat judgingAlike(ChatInMemory chat) {
        return new BesideChat(chat, chat.overrides().settings());
    }

    @Override
    public ChosenTenant withStatements() {
        return new ChosenTenant(
                ports,
                settings,
                List.of(),
                KeptStatements.of(
                        chat.overrides().inForce(),
                        desk(),
                        chat.store().testCalls(),
                        ReservationsForTests.inForce(chat.store(), clock),
                        ports.directory()),
                () -> {});
    }

    @Override
    public OpenSubmission submission(String instead) {
        return new OpenSubmission(
                ports,
                reader(),
                settings,
                chat.requests().askingForMany(),
                chat.requests().asking(),
                SitesForTests.desk(chat.store(), clock),
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
                settings,
                watch(),
                () -> {});
    }

    @Override
    public OpenSites sites(String instead) {
        return new OpenSites(
                SitesForTests.desk(chat.store(), clock),
                SitesForTests.reading(chat.store(), reader(), settings, ports.organisation(), clock),
                new OtherClaims(List::of, ReservationsForTests.inForce(chat.store(), clock), ports.directory()),
                chat.overrides().roles(),
                ports.directory(),
                watch(),
                () -> {});
    }

    @Override
    public OpenReservations reservations(String instead) {
        return new OpenReservations(
                ReservationsForTests.desk(chat.store(), clock),
                new ReservationNotes(
                        ReservationsForTests.inForce(chat.store(), clock), new DisplayNames(ports.directory(), clock)),
                reader(),
                SETTINGS,
                chat.overrides().roles(),
                ports.directory(),
                watch(),
                () -> {});
    }

    @Override
    public OpenMode mode(String instead) {
        var mode = new ModeSwitch(
                chat.store().mode(),
                new ModeLimits(OperatingMode.LIVE, OperatingMode.LIVE, Duration.ofDays(3)),
                chat.overrides().roles(),
                chat.store().trail(),
                DriftsForTests.news(chat.store(), clock).news(),
                chat.store().transactions(),
                clock);
        return new OpenMode(new ModeCommands(mode), ports.directory(), watch(), () -> {});
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
