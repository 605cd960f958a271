package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Directory;
import java.util.Arrays;
import java.util.List;

/** Commands about the caller: what they may do, and to leave something as it is. */
final class OversightCommands {
    private final Roles roles;
    private final Directory directory;

    OversightCommands(Roles roles, Directory directory) {
        this.roles = roles;
        this.directory = directory;
    }

    List<Command> commands() {
        return List.of(
                command("whoami")
                        .by(Role.USER)
                        .personal()
                        .reads()
                        .says(
                                "whoami",
                                "who am i",
                                "what am i allowed to do",
                                "what may i do",
                                "(my|show my|what are my) (roles|rights|permissions)")
                        .answers(this::whoAmI),
                command(CommandVerbs.LEAVE)
                        .by(Role.USER)
                        .says("leave it", "leave", "leave it as it is", "(no|nope|never mind|nevermind|leave as is)")
                        .answers(_ -> NoteCards.of(Tone.INFO, "chat.left")));
    }

    private Answer whoAmI(Invocation invocation) {
        var caller = invocation.caller().id();
        return new Answer.WhoAmI(
                directory.find(caller),
                roles.of(caller).stream().sorted().toList(),
                Arrays.stream(Role.values())
                        .filter(role -> role != Role.USER && role != Role.ATTESTER && !roles.isConfigured(role))
                        .toList());
    }
}
