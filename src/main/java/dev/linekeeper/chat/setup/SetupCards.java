package dev.linekeeper.chat.setup;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.RequestCard.StepLine;
import dev.linekeeper.chat.Answer.SetUpCheck;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.setup.RoleGroupsInForce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How Linekeeper is set up, and what comes next on the way to live: the card of {@code doctor}, and an owner's first one. */
public record SetupCards(Doctor doctor, RoleGroupsInForce groups, Supplier<OperatingMode> mode) {
    /** Checks that have a step of their own on the way. */
    private static final Set<String> ON_THE_WAY = Set.of("doctor.role", "doctor.reach", "doctor.mode");

    private static final Set<String> CONSENTED = Set.of("doctor.permission", "doctor.token");

    /** What is missing first, with how to put it right and what works meanwhile. Buttons are for those who may press them. */
    Answer card() {
        List<SetupCheck> checks = doctor.examine();
        OperatingMode now = mode.get();
        return new SetUpCheck(
                tone(checks),
                Explanation.of(
                        "chat.doctor.verdict",
                        count(checks, CheckState.MISSING),
                        count(checks, CheckState.UNKNOWN),
                        count(checks, CheckState.ATTENTION),
                        count(checks, CheckState.GOOD)),
                way(checks, now),
                checks.stream()
                        .filter(SetupCheck::isTrouble)
                        .sorted(Comparator.comparing(SetupCheck::state))
                        .toList(),
                checks.stream().filter(check -> !check.isTrouble()).toList(),
                buttons(checks, now).toList());
    }

    /** The steps to live in their order; none once the mode is live. */
    private static List<StepLine> way(List<SetupCheck> checks, OperatingMode now) {
        if (now == OperatingMode.LIVE) {
            return List.of();
        }
        var steps = new ArrayList<StepLine>();
        add(
                steps,
                "connected",
                checks.stream().filter(check -> !isOnTheWay(check)).noneMatch(SetupCards::isLacking));
        add(steps, "roles", about(checks, "doctor.role").noneMatch(SetupCards::isLacking));
        add(steps, "reach", about(checks, "doctor.reach").allMatch(check -> check.state() == CheckState.GOOD));
        add(steps, "dry-run", now == OperatingMode.DRY_RUN);
        add(steps, "live", false);
        return steps;
    }

    /** The first that is not done is the next one. */
    private static void add(List<StepLine> steps, String step, boolean done) {
        boolean next = steps.stream().allMatch(before -> before.mark().equals("DONE"));
        steps.add(
                new StepLine(done ? "DONE" : next ? "NOW" : "OPEN", Explanation.of("chat.setup.way." + step), "", ""));
    }

    private Stream<Suggestion> buttons(List<SetupCheck> checks, OperatingMode now) {
        return Stream.of(
                        button(!groups.isWritten(Role.ADMIN), "choose voice admins"),
                        button(!groups.isWritten(Role.APPROVER), "choose approvers"),
                        button(checks.stream().anyMatch(SetupCards::wantsConsent), "consent link"),
                        button(now != OperatingMode.LIVE, "send test cards"),
                        button(now != OperatingMode.LIVE, "mode"),
                        Stream.of(NoteCards.say("doctor", "chat.doctor.again")))
                .flatMap(buttons -> buttons);
    }

    private static Stream<Suggestion> button(boolean wanted, String sentence) {
        return wanted
                ? Stream.of(NoteCards.say(sentence, "chat.setup.button." + sentence.replace(' ', '-')))
                : Stream.empty();
    }

    private static boolean wantsConsent(SetupCheck check) {
        return isLacking(check) && CONSENTED.contains(check.name().key());
    }

    private static boolean isOnTheWay(SetupCheck check) {
        return ON_THE_WAY.contains(check.name().key());
    }

    private static Stream<SetupCheck> about(List<SetupCheck> checks, String key) {
        return checks.stream().filter(check -> check.name().key().equals(key));
    }

    private static boolean isLacking(SetupCheck check) {
        return check.state() == CheckState.MISSING || check.state() == CheckState.UNKNOWN;
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
}
