package dev.linekeeper.adapter.cli.attestation;

import dev.linekeeper.adapter.cli.command.ActingPerson;
import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.OpenAttestations;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.core.attestation.TestCallTask.TestCallOutcome;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes a test call that is to be made, or what came of one, in the name of a person who may in chat. */
@Command(
        name = "test-call",
        mixinStandardHelpOptions = true,
        description = {
            "Notes that a test call is to be made for a policy, or with --result what came of one. Nobody is called by"
                    + " it.",
            "Exit code 1 when nothing was noted."
        })
public final class TestCallCommand implements Callable<Integer> {
    private static final String VERB = "test call";

    private final CommandEnvironment around;
    private final Shell shell;

    @Parameters(
            paramLabel = "POLICY|NUMBER",
            description = "the Shared Calling policy; with --result the task's number")
    private String subject = "";

    @Option(names = "--at", paramLabel = "PLACE", description = "the emergency location it is made from")
    private @Nullable String place;

    @Option(
            names = "--result",
            paramLabel = "RESULT",
            description = "what came of it: ${COMPLETION-CANDIDATES}; the first answer counts")
    private @Nullable TestCallOutcome result;

    @Option(names = "--note", paramLabel = "TEXT", description = "with --result: what there is to say of it")
    private String note = "";

    @Mixin
    private ActingPerson acting = new ActingPerson();

    /** Over what the program gives its commands. */
    public TestCallCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (result == null ? !note.isBlank() : place != null) {
            throw new BadInput("--note goes with --result, --at with a policy");
        }
        if (result == TestCallOutcome.FAILED && note.isBlank()) {
            throw new BadInput("What went wrong? --note TEXT");
        }
        try (var open = around.attestations(VERB)) {
            UserId person = open.permitted(acting, VERB, Role.ADMIN);
            return result == null ? asked(open, person) : told(open, person, result);
        }
    }

    private int asked(OpenAttestations open, UserId person) {
        PolicyName policy = open.policy(subject)
                .orElseThrow(() -> new BadInput("There is no Shared Calling policy named %s".formatted(subject)));
        open.watch().noteActing(VERB, System.getProperty("user.name", ""), person, Optional.empty());
        return switch (open.testCalls().open(policy, Optional.ofNullable(place), person)) {
            case Answer.Note note -> {
                new CardText(shell).print(note);
                yield 1;
            }
            case Answer task -> print(task);
        };
    }

    private int told(OpenAttestations open, UserId person, TestCallOutcome outcome) {
        var call = RequestId.parse(subject)
                .flatMap(open.tests().store()::find)
                .orElseThrow(() -> new BadInput("There is no test call %s".formatted(subject)));
        open.watch().noteActing(VERB, System.getProperty("user.name", ""), person, Optional.of(call.id()));
        int printed = print(open.testCalls().said(call.id(), outcome, person, note));
        return call.said().isPresent() ? 1 : printed;
    }

    private int print(Answer task) {
        new CardText(shell).print((Answer.Sheet) task);
        return 0;
    }
}
