package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Directory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Commands about Linekeeper itself: how it is set up, and what the caller may do. */
final class OversightCommands {
    private final Doctor doctor;
    private final Roles roles;
    private final Directory directory;

    OversightCommands(Doctor doctor, Roles roles, Directory directory) {
        this.doctor = doctor;
        this.roles = roles;
        this.directory = directory;
    }

    List<Command> commands() {
        return List.of(
                command("doctor")
                        .by(Role.OWNER, Role.ADMIN)
                        .personal()
                        .greeting()
                        .says(
                                "doctor",
                                "(check|show) [the] (setup|set-up|settings|configuration)",
                                "(setup|set-up) check")
                        .answers(_ -> setUp(doctor.examine())),
                command("whoami")
                        .by(Role.USER)
                        .personal()
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

    /** How Linekeeper is set up: what is missing first, with how to put it right and what works meanwhile. */
    private static Answer setUp(List<SetupCheck> checks) {
        return new Answer.SetUpCheck(
                tone(checks),
                Explanation.of(
                        "chat.doctor.verdict",
                        count(checks, CheckState.MISSING),
                        count(checks, CheckState.UNKNOWN),
                        count(checks, CheckState.ATTENTION),
                        count(checks, CheckState.GOOD)),
                checks.stream()
                        .filter(SetupCheck::isTrouble)
                        .sorted(Comparator.comparing(SetupCheck::state))
                        .toList(),
                checks.stream().filter(check -> !check.isTrouble()).toList(),
                List.of(NoteCards.say("doctor", "chat.doctor.again")));
    }

    private static Tone tone(List<SetupCheck> checks) {
        if (!Doctor.isComplete(checks)) {
            return Tone.STOP;
        }
        return checks.stream().anyMatch(SetupCheck::isTrouble) ? Tone.WARNING : Tone.GOOD;
    }

    private static long count(List<SetupCheck> checks, CheckState state) {
        return checks.stream().filter(check -> check.state() == state).count();
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
