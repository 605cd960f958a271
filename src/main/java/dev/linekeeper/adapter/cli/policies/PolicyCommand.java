package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.CommandEnvironment.OpenSubmission;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.PolicyOutput;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.policies.PolicyPlanner;
import dev.linekeeper.core.policies.PolicyUsers;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.SubmissionResult;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a change of a policy would come to, or asks for it. Exit code 1 when it could not be asked for. */
public abstract class PolicyCommand extends TenantCommand {
    @Parameters(paramLabel = "NAME", description = "the Shared Calling policy")
    private String name = "";

    @Option(
            names = "--preview",
            description = "only show what asking would come to: nothing is changed, and no store is opened")
    private boolean preview;

    @Option(
            names = "--as",
            paramLabel = "UPN",
            description =
                    "who asks: needed without --preview; their roles are read as in chat, and the audit trail keeps"
                            + " the operating system's account beside them")
    private @Nullable String requester;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the approvers and the trail")
    private String reason = "";

    PolicyCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    abstract PolicyWish wish(PolicyName policy, TenantSession look);

    @Override
    public Integer call() {
        return preview ? super.call() : ask();
    }

    @Override
    protected int answer(TenantSession look) {
        var planner = new PolicyPlanner(look.tenant(), look.settings(), policy -> users(policy, look));
        return print(new PolicyOutput(name, planner.plan(wish(policy(), look)), Optional.empty()));
    }

    private static PolicyUsers users(PolicyName policy, TenantSession look) {
        var users = new AtomicReference<>(PolicyUsers.NOBODY);
        look.each(look.everybody(), person -> users.updateAndGet(some -> some.with(person, policy)));
        return users.get();
    }

    private int ask() {
        if (requester == null) {
            throw new BadInput(
                    "Asking takes the person who asks: --as UPN. Add --preview to see what it would come to");
        }
        if (isOfFile()) {
            throw new BadInput("A tenant file can only be looked at: add --preview");
        }
        try (var open = around().submission("policy")) {
            return ask(open, requester);
        }
    }

    private int ask(OpenSubmission open, String asking) {
        var look = open.look();
        UserId who = TenantSession.member(asking, look.directory());
        var account = System.getProperty("user.name", "");
        open.watch().noteActing("policy", account, who, Optional.empty());
        var change = new ChangeRequest(who, new Intent.EditPolicy(wish(policy(), look)), reason);
        return switch (open.requests().submit(change)) {
            case SubmissionResult.Sent(var request) -> {
                open.watch().noteActing("policy", account, who, Optional.of(request.id()));
                yield print(new PolicyOutput(name, request.terms().plan(), request.id()));
            }
            case SubmissionResult.OnlyPlanned(PlanResult.PolicyRefused refused) ->
                print(new PolicyOutput(name, refused, Optional.empty()));
            case SubmissionResult.OnlyPlanned(var other) -> throw new BadInput("Not planned: %s".formatted(other));
            case SubmissionResult.PersonHasOpenRequest(var rival) ->
                throw new BadInput("%s is open for that policy; one at a time".formatted(rival.id()));
            case SubmissionResult.SubmissionNotAllowed(var needed) ->
                throw new BadInput("%s needs one of the roles %s for that".formatted(asking, needed));
            case SubmissionResult.PersonOutsideScope(var roles) ->
                throw new BadInput("%s holds %s over a part of the organisation; a policy takes it over everybody"
                        .formatted(asking, roles));
            case SubmissionResult.TooFewApprovers(var needed, var there) ->
                throw new BadInput("It takes %d approvers, and there are %d".formatted(needed, there));
            case SubmissionResult.ReadOnly _ -> throw new BadInput("Linekeeper is set to change nothing");
            case SubmissionResult.NotUndoable _, SubmissionResult.UnknownRequest _ ->
                throw new BadInput("That is no request to take back");
        };
    }

    private int print(PolicyOutput output) {
        print(() -> output.table(shell()), output::json, output::csv);
        return output.isFine() ? 0 : 1;
    }

    private PolicyName policy() {
        if (name.isBlank()) {
            throw new BadInput("The name of a policy is empty");
        }
        return new PolicyName(name);
    }

    /** The command {@code policy}, which does nothing without one of its own. */
    public static CommandLine line(CommandEnvironment around, Shell shell) {
        var policy = CommandSpec.create().name("policy").mixinStandardHelpOptions(true);
        policy.usageMessage().description("Makes, changes and removes Shared Calling policies, each as a request.");
        return new CommandLine(policy)
                .addSubcommand(new NewPolicyCommand(around, shell))
                .addSubcommand(new ChangePolicyCommand(around, shell))
                .addSubcommand(new RemovePolicyCommand(around, shell));
    }
}
