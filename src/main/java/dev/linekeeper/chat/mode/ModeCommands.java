package dev.linekeeper.chat.mode;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.mode.ModeSwitch;
import dev.linekeeper.service.mode.ModeSwitch.ModeChoice;
import dev.linekeeper.service.mode.ModeSwitch.ModeNow;
import dev.linekeeper.service.people.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The commands of the mode: what it is, and to switch it. */
public record ModeCommands(ModeSwitch mode) {
    public List<Command> commands() {
        return List.of(
                command("mode")
                        .by(Role.HELPDESK, Role.ADMIN, Role.APPROVER, Role.AUDITOR, Role.OWNER)
                        .reads()
                        .says(
                                "mode",
                                "(what|which) mode [(are you in|is it|is on)]",
                                "are you live",
                                "modus",
                                "welcher modus",
                                "quel mode")
                        .answers(invocation -> look()),
                command("mode-switch")
                        .by(Role.OWNER, Role.ADMIN)
                        .says("mode {choice}", "(switch|change|set) [(the|your)] mode to {choice}", "modus {choice}")
                        .asks(Slot.CHOICE)
                        .labelled(Slot.CHOICE, "card.field.mode")
                        .answers(invocation -> choose(
                                invocation.caller().id(),
                                invocation.text(Slot.CHOICE).orElse(""))));
    }

    /** What the mode is. */
    public Note look() {
        ModeNow now = mode.now();
        OperatingMode most = mode.limits().most();
        var since = now.since()
                .map(at -> Explanation.of("chat.mode.chosen", at))
                .orElseGet(() -> Explanation.of("chat.mode.not-chosen"));
        var who = now.wish()
                .map(wish -> Explanation.of("chat.mode.waits", wish.at()))
                .orElseGet(() -> most == OperatingMode.LIVE
                        ? Explanation.of("chat.mode.who")
                        : Explanation.of("chat.mode.most", most.written()));
        return note(
                Tone.INFO, "chat.mode.now", others(now.mode()), now.mode().written(), means(now.mode()), since, who);
    }

    /**
     * What comes of a choice.
     *
     * @param written the mode as somebody wrote it
     */
    public Note choose(UserId who, String written) {
        return OperatingMode.of(written)
                .map(wanted -> chosen(mode.choose(who, wanted)))
                .orElseGet(() -> note(Tone.INFO, "chat.mode.which", others(mode.get())));
    }

    private static Note chosen(ModeChoice choice) {
        return switch (choice) {
            case ModeChoice.Switched(var to) ->
                note(Tone.GOOD, "chat.mode.switched", Stream.of(NoteCards.say("mode")), to.written(), means(to));
            case ModeChoice.Unchanged(var still) ->
                note(Tone.INFO, "chat.mode.unchanged", Stream.of(NoteCards.say("mode")), still.written(), means(still));
            case ModeChoice.LiveWaits(var wish) ->
                note(Tone.INFO, "chat.mode.waiting", Stream.of(NoteCards.say("mode")), wish.at());
            case ModeChoice.Beyond(var most) ->
                note(Tone.STOP, "chat.mode.beyond", Stream.of(NoteCards.say("mode")), most.written());
            case ModeChoice.NotTheirs() -> note(Tone.STOP, "chat.mode.not-theirs", Stream.of(NoteCards.say("mode")));
        };
    }

    private Stream<Suggestion> others(OperatingMode now) {
        return Arrays.stream(OperatingMode.values())
                .filter(each -> each != now && each.compareTo(mode.limits().most()) <= 0)
                .map(each -> NoteCards.say("mode " + each.written()));
    }

    static Explanation means(OperatingMode mode) {
        return Explanation.of("chat.mode.means." + mode.name());
    }

    static Note note(Tone tone, String key, Stream<Suggestion> buttons, Object... arguments) {
        return new Note(
                tone,
                Explanation.of(key + ".title", arguments),
                Explanation.of(key + ".text", arguments),
                buttons.toList());
    }
}
