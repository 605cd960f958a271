package dev.linekeeper.adapter.cli.mode;

import dev.linekeeper.adapter.cli.command.ActingPerson;
import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the mode, or switches it in the name of a person who may in chat. */
@Command(
        name = "mode",
        mixinStandardHelpOptions = true,
        description = {
            "Whether the bot may change anything in the tenant; with MODE and --as it is switched, as in chat: by an"
                    + " owner, and to live by two people.",
            "Exit code 1 when it is not as asked: live waits for a second person, or it is not theirs to switch."
        })
public final class ModeCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    @Parameters(arity = "0..1", paramLabel = "MODE", description = "read-only, dry-run or live")
    private @Nullable String wanted;

    @Mixin
    private ActingPerson acting = new ActingPerson();

    public ModeCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (wanted != null && OperatingMode.of(wanted).isEmpty()) {
            throw new BadInput("There is no mode '%s': read-only, dry-run or live".formatted(wanted));
        }
        try (var open = around.mode("mode")) {
            Note answer = open.commands().look();
            if (wanted != null) {
                UserId person = acting.member(open.directory());
                open.watch().noteActing("mode", System.getProperty("user.name", ""), person, Optional.empty());
                answer = open.commands().choose(person, wanted);
            }
            new CardText(shell).print(answer);
            return wanted == null || answer.tone() == Tone.GOOD ? 0 : 1;
        }
    }
}
