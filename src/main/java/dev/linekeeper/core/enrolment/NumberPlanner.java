package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.readiness.NumberRules;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementMode;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberSource;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.core.tenant.person.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans that give somebody a number of their own, out of Shared Calling where they were in it, or take one from them
 * (src/docs/shared-calling.md).
 */
public final class NumberPlanner {
    private NumberPlanner() {}

    /** Nothing to do for who holds the number already, where it is to be. */
    public static PlanResult.WithReport of(GivenNumber wish, Person person, Readiness readiness) {
        var report = readiness.with(wish, person, JudgementMode.PLAN);
        var before = PersonState.of(person);
        if (before.known().filter(now -> now.holds(wish.number())).isPresent()) {
            return report.blocking().isEmpty() || wish.place().isEmpty()
                    ? new PlanResult.NothingToDo(report)
                    : new PlanResult.Blocked(report);
        }
        return switch (report.overall()) {
            case BLOCKED, NOT_READY -> new PlanResult.Blocked(report);
            case NOT_VERIFIED -> new PlanResult.NotVerified(report, Optional.empty());
            case CAN_ENROL, CAN_ENROL_WITH_WARNINGS, READY, READY_WITH_WARNINGS ->
                Planner.outcome(
                        report,
                        before.map(now -> Planner.plan(
                                person,
                                readiness,
                                report.subject().tenant(),
                                Purpose.NUMBER,
                                Optional.empty(),
                                changes(wish, report),
                                now)));
        };
    }

    /**
     * Takes one of their numbers from somebody. Who has a Shared Calling policy calls under it then, once their main number
     * is gone; other numbers they have stay, and so does voice for them.
     *
     * @param gaps failures that are accepted, where they go on under a policy
     */
    public static PlanResult release(PhoneNumber number, Person person, Readiness readiness, AcceptedGaps gaps) {
        var report = readiness.audit(person);
        return PersonState.of(person)
                .<PlanResult>fold(
                        before -> before.as(number)
                                .map(category -> report.subject()
                                        .tenant()
                                        .number(number)
                                        .<PlanResult>fold(
                                                entry -> entry.map(it -> release(it, category, person, readiness, gaps))
                                                        .orElseGet(() -> unread(report, number + " is not listed")),
                                                why -> unread(report, why)))
                                .orElseGet(() -> new PlanResult.NothingToDo(report)),
                        why -> unread(report, why));
    }

    private static PlanResult unread(Report<PersonCase> report, String why) {
        return new PlanResult.NotVerified(report, Optional.of(why));
    }

    private static PlanResult release(
            TelephoneNumber entry, Category category, Person person, Readiness readiness, AcceptedGaps gaps) {
        if (entry.source() != NumberSource.ONLINE) {
            boolean elsewhere = entry.source() == NumberSource.ON_PREMISES;
            return new PolicyRefused(
                    person.id(),
                    elsewhere ? PolicyObstacle.NOT_OURS : PolicyObstacle.NOT_READ,
                    List.of(),
                    List.of(Explanation.of(
                            "plan.release." + (elsewhere ? "on-premises" : "source-unread"), entry.number())));
        }
        var release = new Change.ReleaseNumber(
                person.id(),
                entry.number(),
                entry.type(),
                entry.location().known().flatMap(place -> place),
                category);
        var planned = category == Category.PRIMARY
                ? person.policy(PolicyKind.SHARED_CALLING)
                        .fold(
                                now -> now.policy().isGlobal()
                                        ? alone(release, person, readiness)
                                        : Planner.released(release, person, readiness, now.policy(), gaps),
                                why -> unread(readiness.audit(person), why))
                : alone(release, person, readiness);
        return planned instanceof PlanResult.Ready(var plan, var report) && lacksLicence(release, person, readiness)
                ? new PlanResult.Ready(
                        plan.with(List.of(Explanation.of(
                                "plan.restore.unlicensed",
                                person.displayName(),
                                entry.number().toString()))),
                        report)
                : planned;
    }

    /** Whether the number would not be given back as things are. */
    private static boolean lacksLicence(Change.ReleaseNumber release, Person person, Readiness readiness) {
        return readiness
                        .with(
                                new GivenNumber(release.number(), Optional.empty()),
                                person.after(release),
                                JudgementMode.PLAN)
                        .outcome(NumberRules.PAID)
                == Outcome.FAIL;
    }

    private static PlanResult alone(Change.ReleaseNumber release, Person person, Readiness readiness) {
        var report = readiness.audit(person);
        var tenant = report.subject().tenant();
        return Planner.outcome(
                report,
                PersonState.of(person)
                        .map(before -> Planner.plan(
                                person,
                                readiness,
                                tenant,
                                Purpose.RELEASE,
                                Optional.empty(),
                                before.voiceOn() && callsOn(before.after(release), tenant)
                                        ? List.of(release, new Change.SwitchVoice(person.id(), true))
                                        : List.of(release),
                                before)));
    }

    /** Whether there is something left to call with, so that voice is not to go off with the number. */
    private static boolean callsOn(PersonState then, Tenant tenant) {
        return !then.lines().isEmpty()
                || RemovalPlanner.calledUnder(then, tenant).isPresent();
    }

    private static List<Change> changes(GivenNumber wish, Report<PersonCase> report) {
        var given = Fact.present(report.subject().number())
                .map(number -> new Change.AssignNumber(
                        report.subject().person().id(),
                        wish.number(),
                        number.type(),
                        number.location().known().flatMap(place -> place)));
        return Stream.concat(report.findings().stream().map(Finding::change).flatMap(Optional::stream), given.stream())
                .filter(change -> !(change instanceof Change.SwitchVoice)) // the number brings voice with it
                .distinct()
                .sorted(Comparator.comparingInt(NumberPlanner::place))
                .toList();
    }

    /** The person calls by the last of them, once their emergency settings and the address of the number are there. */
    private static int place(Change change) {
        return switch (change) {
            case Change.PolicyChange it when it.kind() == PolicyKind.SHARED_CALLING -> 0;
            case Change.PolicyChange it when it.kind() == PolicyKind.VOICE_ROUTING -> 3;
            case Change.PolicyChange _ -> 1;
            case Change.NumberChange _, Change.SwitchVoice _ -> 2;
        };
    }
}
