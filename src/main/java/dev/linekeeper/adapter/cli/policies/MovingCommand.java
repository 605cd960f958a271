package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.OpenSubmission;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.MoveOutput;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.policies.PolicyMove;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.policies.MoveResult;
import dev.linekeeper.service.policies.PolicyMoves;
import java.util.Optional;

/** A change of a policy from which people are moved first, where that is asked for. */
abstract class MovingCommand extends PolicyCommand {
    MovingCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    /** Empty where nobody is to be moved. */
    abstract Optional<PolicyMove> move(PolicyName from, TenantSession look);

    @Override
    protected int answer(TenantSession look) {
        return move(policy(), look)
                .map(move -> print(new MovePreview(look).of(move)))
                .orElseGet(() -> super.answer(look));
    }

    @Override
    int ask(OpenSubmission open, TenantSession look, UserId who, String asking) {
        return move(policy(), look)
                .map(move -> ask(open, look, who, asking, move))
                .orElseGet(() -> super.ask(open, look, who, asking));
    }

    private int ask(OpenSubmission open, TenantSession look, UserId who, String asking, PolicyMove move) {
        var moves = new PolicyMoves(
                open.batches(),
                open.requests(),
                look.directory(),
                holders -> look.each(look.everybody(), holders::look));
        return switch (moves.ask(who, move, reason(), _ -> {})) {
            case MoveResult.MoveAsked(var batch, var plans) -> {
                noteActing(open, who, Optional.of(batch.id()));
                yield print(MoveOutput.of(move, plans, look.everybody()).asked(batch.id()));
            }
            case MoveResult.PolicyAlone(_, var result) -> answered(open, who, asking, result);
            case MoveResult.MoveImpossible(_, var why) ->
                print(MoveOutput.not(move, "NOT_MOVED", why));
        };
    }

    private int print(MoveOutput output) {
        print(() -> output.table(shell()), output::json, output::csv);
        return output.why().isEmpty() && output.result().equals(MoveOutput.READY) ? 0 : 1;
    }
}
