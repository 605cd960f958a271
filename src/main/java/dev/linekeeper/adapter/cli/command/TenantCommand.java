package dev.linekeeper.adapter.cli.command;

import dev.linekeeper.adapter.cli.output.CsvWriter;
import dev.linekeeper.adapter.cli.output.OutputFormat;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that looks at one tenant, a file or the one the bot is configured for, and prints its answer in a format. */
@Command(mixinStandardHelpOptions = true)
public abstract class TenantCommand implements Callable<Integer> {
    private static final int TOLD_AT_MOST = 20;

    private final CommandEnvironment around;
    private final Shell shell;
    private final boolean heedful;

    @Option(
            names = "--tenant",
            paramLabel = "FILE",
            description = "a tenant file; without it the configured backend answers")
    private @Nullable Path file;

    @Mixin
    private JudgementOptions judgement = new JudgementOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = OutputFormat.DESCRIPTION)
    private OutputFormat format = OutputFormat.TABLE;

    protected TenantCommand(CommandEnvironment around, Shell shell) {
        this(around, shell, false);
    }

    /** {@code heedful}: whether the answer says what people accepted and attested, for which the store is opened. */
    protected TenantCommand(CommandEnvironment around, Shell shell, boolean heedful) {
        this.around = around;
        this.shell = shell;
        this.heedful = heedful;
    }

    /** Answers from the tenant, then stops whatever was started for it. */
    @Override
    public Integer call() {
        try (var tenant = open()) {
            tell(tenant.unusable());
            return answer(TenantSession.at(tenant.ports(), over(tenant.settings()), tenant.said()));
        }
    }

    private CommandEnvironment.ChosenTenant open() {
        return file != null ? around.tenantFile(file) : heedful ? around.withStatements() : around.configured();
    }

    /** The settings of judgement with those of the command line over them. */
    protected final JudgementSettings over(JudgementSettings configured) {
        return judgement.over(configured);
    }

    protected final CommandEnvironment around() {
        return around;
    }

    /** Whether a tenant file answers. */
    protected final boolean isOfFile() {
        return file != null;
    }

    /** Names on standard error what of the file is not used, so that nobody takes its place for empty. */
    private void tell(List<String> unusable) {
        unusable.stream()
                .limit(TOLD_AT_MOST)
                .forEach(line -> shell.err().println("linekeeper: not used: %s".formatted(line)));
        if (unusable.size() > TOLD_AT_MOST) {
            shell.err().println("linekeeper: not used: %d more".formatted(unusable.size() - TOLD_AT_MOST));
        }
    }

    /** Prints the answer; returns the exit code. */
    protected abstract int answer(TenantSession look);

    protected final void print(Runnable table, Supplier<?> json, Consumer<CsvWriter> csv) {
        shell.print(format, table, json, csv);
    }

    protected final Shell shell() {
        return shell;
    }

    protected final OutputFormat format() {
        return format;
    }
}
