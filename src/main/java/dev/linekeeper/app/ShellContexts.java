package dev.linekeeper.app;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.OpenAttestations;
import dev.linekeeper.adapter.cli.command.OpenMode;
import dev.linekeeper.adapter.cli.command.OpenOverrides;
import dev.linekeeper.adapter.cli.command.OpenReservations;
import dev.linekeeper.adapter.cli.command.OpenSites;
import dev.linekeeper.adapter.cli.command.OpenSubmission;
import dev.linekeeper.adapter.cli.statements.KeptStatements;
import dev.linekeeper.adapter.store.DatabaseProblem;
import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.chat.mode.ModeCommands;
import dev.linekeeper.core.forecast.OwnersFigures;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.attestation.AttestationDesk;
import dev.linekeeper.service.attestation.TestCallDesk;
import dev.linekeeper.service.attestation.TestCallStore;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.execution.ManualStepsCheck;
import dev.linekeeper.service.execution.PlanExport;
import dev.linekeeper.service.mode.ModeSwitch;
import dev.linekeeper.service.override.OverrideStore;
import dev.linekeeper.service.override.OverrideSubmission;
import dev.linekeeper.service.override.OverridesInForce;
import dev.linekeeper.service.requests.RetentionCleanup;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.GraphAndPowerShell;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.ProcessSettings;
import dev.linekeeper.settings.ReadinessSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Opens what a command needs: a tenant file directly, or the needed part of the bot's wiring, without a server. */
final class ShellContexts implements CommandEnvironment {
    private static final String[] QUIETLY = {
        "logging.config=classpath:dev/linekeeper/adapter/cli/logback.xml",
        "logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter=off"
    };

    private ZoneId zone = ZoneId.of("UTC");
    private Supplier<OwnersFigures> figures = () -> OwnersFigures.NONE;

    @Override
    public ChosenTenant tenantFile(Path file) {
        var content = TenantFile.read(file);
        figures = () -> OneLineFailure.at(ProcessSettings::figures);
        return new ChosenTenant(
                new FileTenant(content, Clock.systemUTC()).ports(),
                OneLineFailure.at(ReadinessSettings::ofProcess).judgement(),
                content.unusable(),
                () -> {});
    }

    /** Without a database, so that it can run beside a serving bot. */
    @Override
    public ChosenTenant configured() {
        return tenant(start(TenantConfiguration.class), List.of(), KeptStatements.NONE);
    }

    private static ChosenTenant tenant(
            ConfigurableApplicationContext context, List<String> unusable, KeptStatements said) {
        return new ChosenTenant(
                context.getBean(TenantPorts.class),
                context.getBean(JudgementSettings.class),
                unusable,
                said,
                context::close);
    }

    /** With the database, or without it where it cannot be opened, as while the serving bot has it to itself. */
    @Override
    public ChosenTenant withStatements() {
        try {
            var context = start(WithStore.class, "--linekeeper.mode=read-only");
            var said = KeptStatements.of(
                    context.getBean(OverridesInForce.class),
                    context.getBean(AttestationDesk.class),
                    context.getBean(TestCallStore.class),
                    context.getBean(Reservations.class),
                    context.getBean(Directory.class));
            return tenant(context, List.of(), said);
        } catch (BackendFailure failed) {
            String why = DatabaseProblem.isInUse(failed)
                    ? "the running bot has the database to itself"
                    : BadInput.firstLine(failed);
            return tenant(
                    start(TenantConfiguration.class),
                    List.of("overrides, attestations and reservations, as %s".formatted(why)),
                    KeptStatements.unread(why));
        }
    }

    /** With the database, in read-only mode: the serving bot applies what is decided here. */
    @Override
    public OpenRequests records(String instead) {
        var context = withStore(instead, "--linekeeper.mode=read-only");
        return new OpenRequests(
                context.getBean(PlanExport.class),
                context.getBean(ManualStepsCheck.class),
                context.getBean(Directory.class),
                context.getBean(AuditTrail.class),
                context.getBean(AuditWatch.class),
                context.getBean(RetentionCleanup.class),
                context::close);
    }

    /** With the database, in the mode of the settings: the serving bot tells the approvers and applies. */
    @Override
    public OpenSubmission submission(String instead) {
        return SitesConfiguration.asking(withStore(instead));
    }

    /** Like {@link #submission}. */
    @Override
    public OpenOverrides overrides(String instead) {
        var context = withStore(instead);
        return new OpenOverrides(
                context.getBean(Directory.class),
                context.getBean(OverrideStore.class),
                context.getBean(OverrideSubmission.class),
                context.getBean(AuditWatch.class),
                context::close);
    }

    @Override
    public OpenAttestations attestations(String instead) {
        return AttestationConfiguration.opened(withStore(instead));
    }

    @Override
    public OpenMode mode(String instead) {
        var context = withStore(instead);
        return new OpenMode(
                new ModeCommands(context.getBean(ModeSwitch.class)),
                context.getBean(Directory.class),
                context.getBean(AuditWatch.class),
                context::close);
    }

    @Override
    public OpenSites sites(String instead) {
        return SitesConfiguration.opened(withStore(instead));
    }

    /** Like {@link #attestations}. */
    @Override
    public OpenReservations reservations(String instead) {
        return SitesConfiguration.reservations(withStore(instead));
    }

    /** As the bot's settings say, which are read with the first context. */
    @Override
    public ZoneId zone() {
        return zone;
    }

    /** As the bot's settings say, or for a tenant file those of this process. */
    @Override
    public OwnersFigures figures() {
        return figures.get();
    }

    private ConfigurableApplicationContext withStore(String instead, String... settings) {
        try {
            return start(WithStore.class, settings);
        } catch (BackendFailure failed) {
            throw DatabaseProblem.isInUse(failed)
                    ? new BackendFailure(
                            FailureKind.CONFLICT,
                            "The database is in use by the running bot: say '%s' to it instead".formatted(instead))
                    : failed;
        }
    }

    /** With the database, or without it while the serving bot has it open. */
    @Override
    public List<SetupCheck> examine() {
        try {
            return examine(WithStore.class);
        } catch (BackendFailure failed) {
            if (!DatabaseProblem.isInUse(failed)) {
                throw failed;
            }
            var inUse = Explanation.of("doctor.found.in-use");
            return Stream.concat(
                            examine(WithoutStore.class).stream(),
                            Stream.of(SetupCheck.of("store", CheckState.ATTENTION, "spring.datasource.url", inUse)))
                    .toList();
        }
    }

    private List<SetupCheck> examine(Class<?> part) {
        try (var context = start(part)) {
            context.getBeanProvider(GraphAndPowerShell.class).ifAvailable(GraphAndPowerShell::probe);
            return context.getBean(Doctor.class).examine();
        }
    }

    private ConfigurableApplicationContext start(Class<?> part, String... settings) {
        var context = OneLineFailure.at(() -> new SpringApplicationBuilder(part)
                .web(WebApplicationType.NONE)
                .properties(QUIETLY)
                .run(settings));
        context.getBeanProvider(LinekeeperProperties.class).ifAvailable(found -> {
            zone = found.schedule().zone();
            figures = found::figures;
        });
        return context;
    }

    @Import({TenantConfiguration.class, DoctorConfiguration.class})
    static class WithoutStore {}

    @Import({RequestsConfiguration.class, DoctorConfiguration.class, NoNotifications.class, TestCallDesk.class})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class WithStore {}
}
