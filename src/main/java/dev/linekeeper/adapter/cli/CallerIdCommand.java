package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.EmergencyOutput;
import dev.linekeeper.adapter.cli.output.PersonResult;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers which number others see when somebody calls, and why; per line when they have several. */
@Command(name = "caller-id", description = "Which number others see when somebody calls.")
final class CallerIdCommand extends TenantCommand {
    @Option(names = "--user", required = true, paramLabel = "UPN", description = "who calls")
    private String user = "";

    CallerIdCommand(CommandEnvironment around, Shell shell) {
        super(around, shell, true);
    }

    @Override
    protected int answer(TenantSession look) {
        var judged = PersonResult.of(look.readiness().audit(look.person(user)), look.said());
        var callerId = judged.callerId();
        print(
                () -> new CardText(shell()).print(judged.card()),
                () -> ShellJson.members(
                        "user", judged.user(),
                        "because", callerId.because(),
                        "callerId", callerId,
                        "lines", CallerIdResolver.lines(judged.report()),
                        "emergency", EmergencyOutput.verdict(EmergencyVerdict.of(judged.report()))),
                csv -> csv.only(
                        "user", judged.user(),
                        "kind", callerId.kind(),
                        "number", callerId.number(),
                        "source", callerId.source(),
                        "confidence", callerId.confidence(),
                        "because", callerId.because(),
                        "emergency", EmergencyVerdict.of(judged.report()).headline()));
        return 0;
    }
}
