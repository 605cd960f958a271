package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.ActingPerson;
import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.OpenSubmission;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.PolicyOutput;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.fixes.FixPlanner;
import dev.linekeeper.core.policies.PolicyUsers;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.SubmissionResult;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a change behind people would come to, or asks for it. Exit code 1 when it could not be asked for. */
public abstract class SharedChangeCommand extends TenantCommand {
    private final String command;

    @Option(
            names = "--preview",
            description =
                    "only show what asking would come to: nothing is changed; of the store, what is reserved is looked"
                            + " at")
    private boolean preview;

    @Mixin
    private ActingPerson acting = new ActingPerson();

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the approvers and the trail")
    private String reason = "";

    SharedChangeCommand(String command, CommandEnvironment around, Shell shell) {
        super(around, shell, true);
        this.command = command;
    }

    /** What is printed as the name of what changes. */
    abstract String named();

    abstract PlanResult.OfPolicy plan(TenantSession look);

    abstract Intent intent(TenantSession look);

    @Override
    public Integer call() {
        return preview ? super.call() : ask();
    }

    @Override
    protected int answer(TenantSession look) {
        var planned = (PlanResult.OfPolicy) look.claims().unreserved(plan(look));
        return print(new PolicyOutput(command, named(), planned, Optional.empty()));
    }

    static PolicyUsers users(PolicyName policy, TenantSession look) {
        var users = new AtomicReference<>(PolicyUsers.NOBODY);
        look.each(look.everybody(), person -> users.updateAndGet(some -> some.with(person, policy)));
        return users.get();
    }

    /** Plans fixes as far as the tenant tells: who else asks for the same is not looked at. */
    static FixPlanner fixes(TenantSession look) {
        return new FixPlanner(
                look.tenant(),
                look.settings(),
                at -> look.each(look.everybody(), at),
                look.readings()::person,
                look.claims()::on);
    }

    private int ask() {
        String asking =
                acting.name("Asking takes the person who asks: --as UPN. Add --preview to see what it would come to");
        if (isOfFile()) {
            throw new BadInput("A tenant file can only be looked at: add --preview");
        }
        try (var open = around().submission(command)) {
            return ask(open, asking);
        }
    }

    private int ask(OpenSubmission open, String asking) {
        var look = open.look();
        UserId who = TenantSession.member(asking, look.directory());
        noteActing(open, who, Optional.empty());
        return ask(open, look, who, asking);
    }

    /** Asks as {@code who}, whose sign-in name was given as {@code asking}. */
    int ask(OpenSubmission open, TenantSession look, UserId who, String asking) {
        return answered(open, who, asking, open.requests().submit(new ChangeRequest(who, intent(look), reason)));
    }

    String reason() {
        return reason;
    }

    void noteActing(OpenSubmission open, UserId who, Optional<RequestId> asked) {
        open.watch().noteActing(command, System.getProperty("user.name", ""), who, asked);
    }

    int answered(OpenSubmission open, UserId who, String asking, SubmissionResult result) {
        return switch (result) {
            case SubmissionResult.Sent(var request) -> {
                noteActing(open, who, Optional.of(request.id()));
                yield print(new PolicyOutput(command, named(), request.terms().plan(), request.id()));
            }
            case SubmissionResult.OnlyPlanned(PlanResult.PolicyRefused refused) ->
                print(new PolicyOutput(command, named(), refused, Optional.empty()));
            case SubmissionResult.OnlyPlanned(PlanResult.WithReport person) ->
                print(new PolicyOutput(
                        command,
                        named(),
                        PolicyOutput.of(
                                person, person.report().subject().person().id()),
                        Optional.empty()));
            case SubmissionResult.OnlyPlanned(var other) -> throw new BadInput("Not planned: %s".formatted(other));
            case SubmissionResult.PersonHasOpenRequest(var rival, var another) ->
                throw new BadInput((another
                                ? "%s is open for that, and asks for something else; one at a time"
                                : "%s is open for that already; one at a time")
                        .formatted(rival.id()));
            case SubmissionResult.SubmissionNotAllowed(var needed) ->
                throw new BadInput("%s needs one of the roles %s for that".formatted(asking, needed));
            case SubmissionResult.PersonOutsideScope(var roles) ->
                throw new BadInput("%s holds %s over a part of the organisation; this takes it over everybody"
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
}
