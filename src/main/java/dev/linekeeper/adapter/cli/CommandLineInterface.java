package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.attestation.AttestCommand;
import dev.linekeeper.adapter.cli.attestation.AttestationsCommand;
import dev.linekeeper.adapter.cli.attestation.TestCallCommand;
import dev.linekeeper.adapter.cli.attestation.TestCallsCommand;
import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.forecast.CostCommand;
import dev.linekeeper.adapter.cli.forecast.ForecastCommand;
import dev.linekeeper.adapter.cli.lists.EnrolCommand;
import dev.linekeeper.adapter.cli.lists.GiveCommand;
import dev.linekeeper.adapter.cli.mode.ModeCommand;
import dev.linekeeper.adapter.cli.numbers.LookupCommand;
import dev.linekeeper.adapter.cli.numbers.NumbersCommand;
import dev.linekeeper.adapter.cli.numbers.ReservationsCommand;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.adapter.cli.override.OverrideCommand;
import dev.linekeeper.adapter.cli.override.OverridesCommand;
import dev.linekeeper.adapter.cli.policies.AccountForSiteCommand;
import dev.linekeeper.adapter.cli.policies.FixCommand;
import dev.linekeeper.adapter.cli.policies.NumberPolicyCommand;
import dev.linekeeper.adapter.cli.policies.PolicyCommand;
import dev.linekeeper.adapter.cli.site.SiteCommand;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.service.tenant.BackendFailure;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;

/** The commands of the shell. Exit code 0: fine; 1: an answer that wants attention; 2: it could not be done as asked; 3: for want of memory. */
public final class CommandLineInterface {
    /** The JVM's own with -XX:+ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

    private CommandLineInterface() {}

    /** The exit code when the arguments name a command; empty when there is none and the bot shall serve. */
    public static OptionalInt run(CommandEnvironment around, String... args) {
        if (args.length == 0 || isSetting(args[0])) {
            return OptionalInt.empty();
        }
        // Without Spring nobody configures the log, and standard output belongs to the answer.
        System.setProperty("logback.configurationFile", "dev/linekeeper/adapter/cli/logback.xml");
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var shell = new Shell(out, err, new TerminalText(Ansi.AUTO), Wording.of(Locale.UK)::say);
        return OptionalInt.of(execute(around, shell, args));
    }

    static int execute(CommandEnvironment around, Shell shell, String... args) {
        var line = new CommandLine(new LinekeeperCommand())
                .addSubcommand(new CommandLine.HelpCommand())
                .addSubcommand(new ReadinessCommand(around, shell))
                .addSubcommand(new PlanCommand(around, shell))
                .addSubcommand(new EnrolCommand(around, shell))
                .addSubcommand(PolicyCommand.line(around, shell))
                .addSubcommand(new FixCommand(around, shell))
                .addSubcommand(AccountForSiteCommand.line(around, shell))
                .addSubcommand(ReservationsCommand.in(NumberPolicyCommand.line(around, shell), around, shell))
                .addSubcommand(new SiteCommand(around, shell))
                .addSubcommand(new ModeCommand(around, shell))
                .addSubcommand(new AttestCommand(around, shell))
                .addSubcommand(new AttestationsCommand(around, shell))
                .addSubcommand(new TestCallCommand(around, shell))
                .addSubcommand(new TestCallsCommand(around, shell))
                .addSubcommand(new GiveCommand(around, shell))
                .addSubcommand(new CallerIdCommand(around, shell))
                .addSubcommand(new EmergencyCommand(around, shell))
                .addSubcommand(new ExportPlanCommand(around, shell))
                .addSubcommand(new OverrideCommand(around, shell))
                .addSubcommand(new OverridesCommand(around, shell))
                .addSubcommand(audit(around, shell))
                .addSubcommand(new DoctorCommand(around, shell))
                .addSubcommand(new ImpactCommand(around, shell))
                .addSubcommand(new ForecastCommand(around, shell))
                .addSubcommand(new CostCommand(around, shell))
                .addSubcommand(new LookupCommand(around, shell))
                .addSubcommand(new NumbersCommand(around, shell))
                .addSubcommand(new CollectCommand(shell))
                .addSubcommand(new ExpandCommand(shell))
                .addSubcommand(new AppPackageCommand(shell))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(shell.out())
                .setErr(shell.err())
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(shell.paint().ansi()))
                .setParameterExceptionHandler(complaint(shell))
                .setExecutionExceptionHandler((failure, _, _) -> refuse(shell, reason(failure)));
        try {
            return line.execute(args);
        } catch (OutOfMemoryError tooLittle) {
            shell.err()
                    .println(
                            "linekeeper: the memory is too little for that; java takes more with -Xmx, such as -Xmx1g");
            return OUT_OF_MEMORY;
        } finally {
            shell.out().flush();
            shell.err().flush();
        }
    }

    /** Does nothing without one of its own commands. */
    private static CommandLine audit(CommandEnvironment around, Shell shell) {
        var audit = CommandSpec.create().name("audit").mixinStandardHelpOptions(true);
        audit.usageMessage().description("The audit trail: whether it is whole, and what is in it.");
        return new CommandLine(audit)
                .addSubcommand(new AuditVerifyCommand(around, shell))
                .addSubcommand(new AuditEraseCommand(around, shell))
                .addSubcommand(new AuditExportCommand(around, shell))
                .addSubcommand(new AuditEvidenceCommand(around, shell));
    }

    /** {@code --server.port=8080} is meant for the bot; {@code --help} and {@code --version} are for us. */
    private static boolean isSetting(String argument) {
        return argument.startsWith("--")
                && !Arrays.asList("--help", "--version").contains(argument);
    }

    private static IParameterExceptionHandler complaint(Shell shell) {
        return (fault, arguments) -> {
            var atTheTop = fault.getCommandLine().getParent() == null;
            var reason = atTheTop && arguments.length > 0 && !arguments[0].startsWith("-")
                    ? "There is no command %s".formatted(arguments[0])
                    : BadInput.firstLine(fault).replaceFirst("^Error: ", "");
            return refuse(shell, "%s; see help".formatted(reason));
        };
    }

    private static String reason(Exception failure) {
        return failure instanceof BadInput || failure instanceof BackendFailure
                ? BadInput.firstLine(failure)
                : "Something unforeseen: %s"
                        .formatted(failure.toString().lines().findFirst().orElse(""));
    }

    private static int refuse(Shell shell, String reason) {
        shell.err().println("linekeeper: %s".formatted(reason));
        return BadInput.EXIT_CODE;
    }
}
