package dev.linekeeper.chat.setup;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Answer.WhichOne;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.groups.NamedGroups;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.setup.RoleGroupChoice;
import dev.linekeeper.service.setup.RoleGroupChoice.GroupChoice;
import dev.linekeeper.service.tenant.Directory;
import java.util.List;
import java.util.Map;

/** The commands with which Linekeeper is set up; what changes or sends something is an owner's alone. */
public record SetupCommands(
        SetupCards cards, RoleGroupChoice choice, TestCards tests, ConsentLinks consent, Directory directory) {
    /** The commands, in the order of help. */
    public List<Command> commands() {
        return List.of(
                command("doctor")
                        .by(Role.OWNER, Role.ADMIN)
                        .personal()
                        .greeting()
                        .says(
                                "doctor",
                                "(check|show) [the] (setup|set-up|settings|configuration)",
                                "(setup|set-up) check",
                                "(what|which) [next] steps (are|is) left",
                                "go-live checklist")
                        .answers(_ -> cards.card()),
                choosing("choose-approvers", Role.APPROVER, "(approvers|approver group)"),
                choosing("choose-voice-admins", Role.ADMIN, "(voice admins|admins|admin group|voice admin group)"),
                command("test-cards")
                        .by(Role.OWNER)
                        .personal()
                        .says(
                                "send test cards",
                                "(send|post) [(a|the)] test (card|cards|message|messages) [to [the] approvers]",
                                "test [the] approvers",
                                "(can|do) you reach [the] approvers")
                        .answers(_ -> tests.send()),
                command("consent-link")
                        .by(Role.OWNER, Role.ADMIN)
                        .personal()
                        .reads()
                        .says(
                                "consent link",
                                "(consent|admin consent)",
                                "(show|copy|give me|where is) [(the|an)] [admin] consent (link|page|url)")
                        .answers(_ -> consent.card()));
    }

    private Command choosing(String verb, Role role, String whom) {
        return command(verb)
                .by(Role.OWNER)
                .personal()
                .says(
                        verb.replace('-', ' ') + " {group}",
                        "(choose|pick|set) [the] " + whom + " {group}",
                        "(choose|pick|set) [the] " + whom)
                .asks(Slot.GROUP)
                .answers(invocation -> choose(invocation, verb, role));
    }

    private Answer choose(Invocation invocation, String verb, Role role) {
        String named = invocation.text(Slot.GROUP).orElseThrow();
        var groups = new NamedGroups(directory);
        List<GroupId> meant = groups.called(named);
        if (meant.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.setup.no-group", named);
        }
        if (meant.size() > 1) {
            return new WhichOne(
                    Explanation.of("chat.setup.which-group", named),
                    meant.stream()
                            .map(group -> new WhichOne.Option(
                                    named,
                                    group.value(),
                                    new ButtonPress(verb, Map.of(Slot.GROUP.key(), group.value()))))
                            .toList(),
                    false);
        }
        GroupId group = meant.getFirst();
        return chosen(choice.choose(invocation.caller().id(), role, group), role, groups.name(group));
    }

    private static Note chosen(GroupChoice choice, Role holders, String group) {
        var role = Explanation.of("chat.setup.role." + holders);
        return switch (choice) {
            case GroupChoice.Chosen(int people) -> note(Tone.GOOD, "chat.setup.chosen", role, group, people);
            case GroupChoice.ChosenBefore() -> note(Tone.INFO, "chat.setup.unchanged", role, group);
            case GroupChoice.Written(var setting) -> note(Tone.STOP, "chat.setup.written", role, setting);
            case GroupChoice.Empty() -> note(Tone.STOP, "chat.setup.empty", role, group);
            case GroupChoice.NotAnOwner() -> note(Tone.STOP, "chat.setup.not-theirs", role);
        };
    }

    private static Note note(Tone tone, String key, Object... arguments) {
        return new Note(
                tone,
                Explanation.of(key + ".title", arguments),
                Explanation.of(key + ".text", arguments),
                List.of(NoteCards.say("doctor", "chat.doctor.again")));
    }
}
