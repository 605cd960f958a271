package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.Check;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.people.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** How Linekeeper is set up: what is missing first, with how to put it right and what works meanwhile. */
final class SetUp implements Command {
    private final Doctor doctor;

    SetUp(Doctor doctor) {
        this.doctor = doctor;
    }

    @Override
    public String verb() {
        return "doctor";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("doctor"),
                Phrase.of("(check|show) [the] (setup|set-up|settings|configuration)"),
                Phrase.of("(setup|set-up) check"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OWNER, Role.ADMIN);
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public Answer answer(Caller caller, Slots slots) {
        List<Check> checks = doctor.examine();
        return new Answer.SetUpCheck(
                tone(checks),
                verdict(checks),
                checks.stream()
                        .filter(Check::isTrouble)
                        .sorted(Comparator.comparing(Check::state))
                        .toList(),
                checks.stream().filter(check -> !check.isTrouble()).toList(),
                List.of(Notes.say("doctor", "chat.doctor.again")));
    }

    private static Answer.Tone tone(List<Check> checks) {
        if (!Doctor.isComplete(checks)) {
            return Answer.Tone.STOP;
        }
        return checks.stream().anyMatch(Check::isTrouble) ? Answer.Tone.WARNING : Answer.Tone.GOOD;
    }

    private static Explanation verdict(List<Check> checks) {
        return Explanation.of(
                "chat.doctor.verdict",
                count(checks, Check.State.MISSING),
                count(checks, Check.State.UNKNOWN),
                count(checks, Check.State.ATTENTION),
                count(checks, Check.State.GOOD));
    }

    private static long count(List<Check> checks, Check.State state) {
        return checks.stream().filter(check -> check.state() == state).count();
    }
}
