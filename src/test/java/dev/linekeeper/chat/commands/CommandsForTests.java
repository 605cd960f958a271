package dev.linekeeper.chat.commands;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.attestation.AttestationCommands;
import dev.linekeeper.chat.attestation.TestCallCommands;
import dev.linekeeper.chat.digest.DigestCommand;
import dev.linekeeper.chat.digest.NewsCommands;
import dev.linekeeper.chat.drift.DriftCommands;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.CommandBook;
import dev.linekeeper.chat.engine.CommandHelp;
import dev.linekeeper.chat.enquiry.EnquiryCommands;
import dev.linekeeper.chat.forecast.ForecastCommands;
import dev.linekeeper.chat.imports.GivingCommands;
import dev.linekeeper.chat.imports.ImportCommands;
import dev.linekeeper.chat.mode.ModeCommands;
import dev.linekeeper.chat.numbers.ReservationCommands;
import dev.linekeeper.chat.numbers.ReservationNotes;
import dev.linekeeper.chat.override.OverrideCommands;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.chat.setup.SetupCommands;
import dev.linekeeper.chat.site.SiteCommands;
import dev.linekeeper.chat.watch.GroupCommands;
import dev.linekeeper.core.forecast.OwnersFigures;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.execution.ManualStepsCheck;
import dev.linekeeper.service.execution.PlanExport;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.RequestDecision;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.watch.WatchDesk;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Command books for tests of what is said rather than of what is answered. */
public final class CommandsForTests {
    private CommandsForTests() {}

    /** All commands, none of which can answer. */
    public static CommandBook withoutServices() {
        return new CommandBook(commands());
    }

    /** In the order of help, which is the last. */
    public static List<Command> commands() {
        Directory directory = nobodyHome(Directory.class);
        var roles = new Roles(directory, Map.of(), Clock.systemUTC(), Duration.ZERO);
        var others = Commands.all(
                new TenantView(null, directory, new JudgementSettings(Optional.empty(), false, Map.of())),
                new DisplayNames(directory, Clock.systemUTC()),
                directory,
                roles,
                nobodyHome(RequestStore.class),
                (RequestSubmission) null,
                (RequestDecision) null,
                new Commands.Batches(nobodyHome(BatchStore.class), null, null, null, null, null),
                new GivingCommands(null, null, null, null, null),
                new ImportCommands(null, null, null, null),
                (PlanExport) null,
                (ManualStepsCheck) null,
                new SetupCommands(null, null, null, null, directory),
                null,
                nobodyHome(AuditTrail.class),
                (AuditWatch) null,
                nobodyHome(SettingsHistory.class),
                new NewsCommands(null, null, new DigestCommand(null, null, null, null)),
                new ModeCommands(null),
                new DriftCommands(null, null, null),
                new OverrideCommands(null, null, null, new Days(Clock.systemUTC(), ZoneOffset.UTC)),
                (WatchDesk) null,
                new GroupCommands(null, null, null, null),
                new SiteCommands(null, null, directory, Reservations.NONE),
                new ForecastCommands(null, OwnersFigures.NONE),
                new AttestationCommands(
                        null, null, null, null, null, Role.ADMIN, new TestCallCommands(null, null, null)),
                new ReservationCommands(
                        null,
                        new ReservationNotes(Reservations.NONE, new DisplayNames(directory, Clock.systemUTC())),
                        null,
                        null,
                        directory,
                        null),
                new EnquiryCommands(null, null),
                new Capabilities(),
                new Days(Clock.systemUTC(), ZoneOffset.UTC));
        return new CommandHelp(others, roles, directory).commands();
    }

    public static Command named(String verb) {
        return Command.command(verb).by(Role.USER).says(verb).answers(_ -> new Answer.Sorry(verb));
    }

    private static <T> T nobodyHome(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, _) -> {
            throw new AssertionError("Nobody should call " + method);
        }));
    }
}
