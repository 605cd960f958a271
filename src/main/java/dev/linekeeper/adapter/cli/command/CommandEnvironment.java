package dev.linekeeper.adapter.cli.command;

import dev.linekeeper.adapter.cli.statements.KeptStatements;
import dev.linekeeper.core.forecast.OwnersFigures;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.execution.ManualStepsCheck;
import dev.linekeeper.service.execution.PlanExport;
import dev.linekeeper.service.requests.RetentionCleanup;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** What the program around it gives the command line; only what a command asks for is started. */
public interface CommandEnvironment {
    /**
     * A tenant file, opened to be read, and how this process is told to judge.
     *
     * @throws dev.linekeeper.service.tenant.BackendFailure when it cannot be used; the message says why in one line
     */
    ChosenTenant tenantFile(Path file);

    /** The tenant the bot is configured for. */
    ChosenTenant configured();

    /** The same with what people said of it; where the store cannot be opened that is missing, and named as not used. */
    default ChosenTenant withStatements() {
        return configured();
    }

    /**
     * The bot's own store, opened beside it.
     *
     * @param instead what to say to the running bot when it has the store to itself
     * @throws dev.linekeeper.service.tenant.BackendFailure when it cannot be opened; the message says why in one line
     */
    OpenRequests records(String instead);

    /**
     * Where requests are made, beside the serving bot, which tells the approvers.
     *
     * @param instead what to say to the running bot when it has the store to itself
     * @throws dev.linekeeper.service.tenant.BackendFailure when it cannot be opened; the message says why in one line
     */
    default OpenSubmission submission(String instead) {
        throw new BackendFailure(BackendFailure.FailureKind.UNSUPPORTED, "Nothing can be asked for without a store");
    }

    /** Where overrides are asked for and kept; like {@link #submission}. */
    default OpenOverrides overrides(String instead) {
        throw new BackendFailure(BackendFailure.FailureKind.UNSUPPORTED, "There are no overrides without a store");
    }

    /**
     * Where something is attested, beside the serving bot.
     *
     * @param instead what to say to the running bot when it has the store to itself
     * @throws dev.linekeeper.service.tenant.BackendFailure when it cannot be opened; the message says why in one line
     */
    default OpenAttestations attestations(String instead) {
        throw new BackendFailure(BackendFailure.FailureKind.UNSUPPORTED, "Nothing can be attested without a store");
    }

    /** Where what is chosen for sites is kept; like {@link #attestations}. */
    default OpenSites sites(String instead) {
        throw new BackendFailure(BackendFailure.FailureKind.UNSUPPORTED, "There are no sites without a store");
    }

    /** Where numbers are reserved; like {@link #attestations}. */
    default OpenReservations reservations(String instead) {
        throw new BackendFailure(BackendFailure.FailureKind.UNSUPPORTED, "Nothing can be reserved without a store");
    }

    /** Where the mode is kept; like {@link #attestations}. */
    default OpenMode mode(String instead) {
        throw new BackendFailure(BackendFailure.FailureKind.UNSUPPORTED, "There is no mode without a store");
    }

    /** Whose days are meant where a command names some. */
    default ZoneId zone() {
        return ZoneId.of("UTC");
    }

    /** What the owner filled in, as far as the settings of the tenant that was opened last say it. */
    default OwnersFigures figures() {
        return OwnersFigures.NONE;
    }

    /** How the bot is set up, as far as that shows without serving. */
    List<SetupCheck> examine();

    /** What works on the store; closing it closes the store. */
    record OpenRequests(
            PlanExport exporting,
            ManualStepsCheck confirming,
            Directory directory,
            AuditTrail trail,
            AuditWatch watch,
            RetentionCleanup cleanup,
            Runnable stop)
            implements AutoCloseable {
        @Override
        public void close() {
            stop.run();
        }
    }

    /**
     * A tenant and how it wants to be judged; closing it stops what was started for it.
     *
     * @param unusable what could not be used, in a line each: of a file with its place
     * @param said what people said of it
     */
    record ChosenTenant(
            TenantPorts ports, JudgementSettings settings, List<String> unusable, KeptStatements said, Runnable stop)
            implements AutoCloseable {
        /** One of which nobody said anything. */
        public ChosenTenant(TenantPorts ports, JudgementSettings settings, List<String> unusable, Runnable stop) {
            this(ports, settings, unusable, KeptStatements.NONE, stop);
        }

        @Override
        public void close() {
            stop.run();
        }
    }
}
