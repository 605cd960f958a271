package dev.linekeeper.adapter.cli.override;

import dev.linekeeper.adapter.cli.command.ActingPerson;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.OpenOverrides;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.override.OverrideMove;
import dev.linekeeper.service.override.OverrideMove.OverrideMoved;
import dev.linekeeper.service.override.OverrideMove.OverrideNotAsked;
import dev.linekeeper.service.override.OverrideMove.OverrideUnexplained;
import dev.linekeeper.service.override.OverrideSubmission.OverrideWish;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for an override, as somebody who could ask for it in chat; others approve it there. */
@Command(
        name = "override",
        mixinStandardHelpOptions = true,
        description = {
            "Asks two approvers to accept for some days that somebody's emergency calls have a gap, so that they can be"
                    + " enrolled; they approve in chat. Nothing is changed in the tenant.",
            "Exit code 1 when it is not asked for."
        })
public final class OverrideCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    @Parameters(paramLabel = "UPN", description = "whom it is for")
    private String person = "";

    @Option(names = "--policy", required = true, paramLabel = "NAME", description = "the Shared Calling policy")
    private String policy = "";

    @Option(names = "--until", required = true, paramLabel = "DAY", description = "the last day, such as 2026-12-10")
    private LocalDate until = LocalDate.EPOCH;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why; it is kept and shown")
    private String reason = "";

    @Mixin
    private ActingPerson acting = new ActingPerson();

    public OverrideCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var open = around.overrides("override")) {
            var who = acting.member(open.directory());
            var named = TenantSession.idOf(person, open.directory());
            var wish = new OverrideWish(who, named, new PolicyName(policy), until, reason);
            return answer(open, who, open.submission().ask(wish));
        }
    }

    private int answer(OpenOverrides open, UserId who, OverrideMove move) {
        if (move instanceof OverrideMoved(var now)) {
            open.watch()
                    .noteActing(
                            "override",
                            System.getProperty("user.name", ""),
                            who,
                            Optional.of(now.override().id()));
            shell.line(
                    "%s waits for two approvers: %s",
                    now.override().id(), String.join(" ", now.override().gap().rules()));
            return 0;
        }
        shell.err().println("linekeeper: %s".formatted(shell.wording().apply(refusal(move))));
        return 1;
    }

    private static Explanation refusal(OverrideMove move) {
        return switch (move) {
            case OverrideNotAsked(var why, var details) ->
                Explanation.of("chat.override.not.%s.text".formatted(why), details.toArray());
            case OverrideUnexplained _ -> Explanation.of("chat.override.reason.text");
            case OverrideMove _ -> Explanation.of("chat.override.scope.text");
        };
    }
}
