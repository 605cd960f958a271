package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ConstantMessages;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Directory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Commands about Linekeeper itself: who did what, how it is set up, and what the caller may do. */
final class OversightCommands {
    private static final int LATEST = 50;

    private final AuditTrail trail;
    private final DisplayNames names;
    private final Doctor doctor;
    private final Roles roles;
    private final Directory directory;

    OversightCommands(AuditTrail trail, DisplayNames names, Doctor doctor, Roles roles, Directory directory) {
        this.trail = trail;
        this.names = names;
        this.doctor = doctor;
        this.roles = roles;
        this.directory = directory;
    }

    List<Command> commands() {
        return List.of(
                command("audit")
                        .by(Role.AUDITOR)
                        .reads()
                        .greeting()
                        .says(
                                "audit {thing}",
                                "audit",
                                "(audit|history|timeline|trail) (of|for) {thing}",
                                "who (approved|denied|changed|enrolled|moved|removed) {thing}",
                                "what happened (to|with) {thing}")
                        .asks(Slot.THING)
                        .answers(this::audit),
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

    /** Who did what, when: of a request, or concerning a person; and whether the chain of records is whole. */
    private Answer audit(Invocation invocation) {
        return invocation
                .requestIn(Slot.THING)
                .map(request -> timeline(request.toString(), trail.of(request)))
                .orElseGet(() -> invocation.withPerson(Slot.THING, person -> {
                    invocation.noteRead(person.id());
                    return timeline(person.displayName(), trail.of(person.id(), LATEST));
                }));
    }

    private Answer timeline(String of, List<AuditRecord> records) {
        return ListingCards.of(
                Explanation.of("chat.audit.title", Explanation.of("chat.name", of)),
                chain(trail.verify(List.of())),
                records.stream().map(record -> row(record.entry())).toList());
    }

    private static Explanation chain(Verification verification) {
        return switch (verification) {
            case Verification.ChainWhole(var records, var head) ->
                Explanation.of("chat.audit.unbroken", records, head.substring(0, 8));
            case Verification.ChainBroken(var number, var why) -> Explanation.of("chat.audit.broken", number, why);
        };
    }

    private Row row(AuditEntry entry) {
        String actor = entry.actor().map(names::of).orElse("Linekeeper");
        String details = String.join(
                ", ",
                entry.details().entrySet().stream()
                        .map(detail -> detail.getKey() + ": " + detail.getValue())
                        .toList());
        return new Row(
                entry.action() == Action.REFUSED || entry.action() == Action.STOPPED ? Tone.WARNING : Tone.INFO,
                Explanation.of(
                        "chat.audit.row", entry.at(), actor, ConstantMessages.of("chat.audit.action", entry.action())),
                Explanation.of("chat.name", details),
                Optional.empty());
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
                        .filter(role -> role != Role.USER && !roles.isConfigured(role))
                        .toList());
    }
}
