package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.service.tenant.Readings;
import dev.linekeeper.service.tenant.TenantPorts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which tenant a command looks at: a file, or the one the bot is configured for. */
final class TenantOptions {
    @Option(
            names = "--tenant",
            paramLabel = "FILE",
            description = "a tenant file; without it the configured backend answers")
    private @Nullable Path file;

    @Mixin
    private JudgementOptions judgement = new JudgementOptions();

    /** Lets the command look at the tenant, then stops whatever was started for it. */
    int look(Surroundings around, ToIntFunction<Look> command) {
        var configured = file == null ? around.configured() : around.tenantFile(file);
        try {
            return command.applyAsInt(look(configured.ports(), judgement.over(configured.settings())));
        } finally {
            close(configured.context());
        }
    }

    private static Look look(TenantPorts ports, Settings settings) {
        Readings readings = ports.readings(Clock.systemUTC(), Duration.ofHours(1));
        return new Look(ports.directory(), readings, readings.tenant().tenant(), settings);
    }

    static void close(AutoCloseable context) {
        try {
            context.close();
        } catch (Exception failed) {
            throw new CommandFault("Stopping failed: %s".formatted(failed.getMessage()));
        }
    }
}
