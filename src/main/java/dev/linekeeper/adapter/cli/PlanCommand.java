package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.PlanOutput;
import dev.linekeeper.adapter.cli.output.PlanTable;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.enrolment.Planner;
import dev.linekeeper.core.readiness.judgement.Overall;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what enrolling somebody would do; nothing is changed. Exit code 1 when it could not be done. */
@Command(
        name = "plan",
        description = "What would be done to let somebody call under a Shared Calling policy. Nothing is changed.")
final class PlanCommand extends TenantCommand {
    @Option(names = "--user", required = true, paramLabel = "UPN", description = "whom to enrol")
    private String user = "";

    @Option(names = "--policy", required = true, paramLabel = "NAME", description = "the Shared Calling policy")
    private String policy = "";

    @Option(names = "--release-number", description = "their own number may be taken away")
    private boolean releaseNumber;

    PlanCommand(CommandEnvironment around, Shell shell) {
        super(around, shell, true);
    }

    @Override
    protected int answer(TenantSession look) {
        var person = look.person(user);
        var target = look.sharedCalling(policy);
        if (target.isGlobal()) {
            throw new BadInput("The Global policy applies to everybody without another one; it is not granted");
        }
        var result = Planner.enrol(
                person, look.readiness(), target, releaseNumber, look.said().gaps());
        var now = EmergencyVerdict.of(look.readiness().audit(person));
        var planned = new PlanOutput(person.entry().userPrincipalName(), target, result, now, look.said());
        print(() -> new PlanTable(shell()).print(planned), planned::json, planned::csv);
        return planned.overall() == Overall.BLOCKED || planned.overall() == Overall.NOT_VERIFIED ? 1 : 0;
    }
}
