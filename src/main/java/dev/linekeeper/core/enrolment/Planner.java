package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.core.tenant.person.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes plans: the changes that mend the rules that fail, in an order that keeps emergency calls working throughout
 * (src/docs/shared-calling.md, Enrolment).
 */
public final class Planner {
    private Planner() {}

    /**
     * Plans what has to change for the person to call under {@code target}; a move when they call under another policy now.
     *
     * @param releaseNumber whether the person's own number may be taken away: only when somebody asked for it in words
     */
    public static PlanResult.WithReport enrol(
            Person person, Tenant tenant, JudgementSettings settings, PolicyName target, boolean releaseNumber) {
        return enrol(person, new Readiness(tenant, settings), target, releaseNumber);
    }

    /** The same for any number of people, for whom what they share is judged once. */
    public static PlanResult.WithReport enrol(
            Person person, Readiness readiness, PolicyName target, boolean releaseNumber) {
        return enrol(person, readiness, target, releaseNumber, AcceptedGaps.NONE);
    }

    /** The same where failures may be accepted, which then do not block. */
    public static PlanResult.WithReport enrol(
            Person person, Readiness readiness, PolicyName target, boolean releaseNumber, AcceptedGaps gaps) {
        return enrol(readiness.plan(person, target, releaseNumber), readiness, target, gaps, Optional.empty());
    }

    /** The same for somebody whose number is taken, and who calls under the policy from then on. */
    static PlanResult.WithReport released(
            Change.ReleaseNumber release, Person person, Readiness readiness, PolicyName target, AcceptedGaps gaps) {
        return enrol(readiness.plan(person, target, true), readiness, target, gaps, Optional.of(release));
    }

    private static PlanResult.WithReport enrol(
            Report<PersonCase> report,
            Readiness readiness,
            PolicyName target,
            AcceptedGaps gaps,
            Optional<Change.ReleaseNumber> release) {
        var person = report.subject().person();
        var tenant = report.subject().tenant();
        return switch (report.overall(gaps.of(person.id(), target))) {
            case BLOCKED, NOT_READY -> new PlanResult.Blocked(report);
            case NOT_VERIFIED -> new PlanResult.NotVerified(report, Optional.empty());
            case CAN_ENROL, CAN_ENROL_WITH_WARNINGS, READY, READY_WITH_WARNINGS ->
                outcome(
                        report,
                        PersonState.of(person)
                                .map(before -> plan(
                                        person,
                                        readiness,
                                        tenant,
                                        release.map(_ -> Purpose.RELEASE)
                                                .orElse(moves(before, target, tenant) ? Purpose.MOVE : Purpose.ENROL),
                                        Optional.of(target),
                                        changes(report, release),
                                        before)));
        };
    }

    /**
     * Plans that the person goes on calling under {@code target}: where nothing has to change, everything is read back and
     * judged, and no more. Where something has to, it is {@link #enrol}.
     */
    public static PlanResult keep(Person person, Readiness readiness, PolicyName target, AcceptedGaps gaps) {
        var enrolled = enrol(person, readiness, target, false, gaps);
        return enrolled instanceof PlanResult.NothingToDo(var report)
                ? PersonState.of(person)
                        .<PlanResult>fold(
                                now -> new PlanResult.Ready(
                                        plan(
                                                person,
                                                readiness,
                                                report.subject().tenant(),
                                                Purpose.ENROL,
                                                Optional.of(target),
                                                List.of(),
                                                List.of(Step.verify()),
                                                now),
                                        report),
                                why -> new PlanResult.NotVerified(report, Optional.of(why)))
                : enrolled;
    }

    /**
     * Plans to take the person out of Shared Calling: the direct grant goes, and the voice switch with it unless they have
     * a number of their own or another policy takes over. Voice routing stays as it is, so that nobody gains routes by
     * leaving. A policy that comes from a group or from Global stays too: the plan says so.
     */
    public static PlanResult.WithReport remove(Person person, Tenant tenant, JudgementSettings settings) {
        return remove(person, new Readiness(tenant, settings), false);
    }

    /**
     * The same for any number of people, for whom what they share is judged once.
     *
     * @param releaseNumbers whether their own numbers are taken away first, as far as Teams manages them
     */
    public static PlanResult.WithReport remove(Person person, Readiness readiness, boolean releaseNumbers) {
        var report = readiness.audit(person);
        var tenant = report.subject().tenant();
        return outcome(
                report,
                RemovalPlanner.state(person, tenant)
                        .flatMap(before -> (releaseNumbers
                                        ? RemovalPlanner.leaving(person.id(), before, tenant)
                                        : RemovalPlanner.changes(person.id(), before, tenant))
                                .map(changes -> plan(
                                        person,
                                        readiness,
                                        tenant,
                                        Purpose.REMOVE,
                                        RemovalPlanner.calledUnder(before, tenant),
                                        changes,
                                        before))));
    }

    static Plan plan(
            Person person,
            Readiness readiness,
            Tenant tenant,
            Purpose purpose,
            Optional<PolicyName> policy,
            List<Change> changes,
            PersonState before) {
        return plan(
                person, readiness, tenant, purpose, policy, changes, PlanSteps.of(changes, before, purpose), before);
    }

    private static Plan plan(
            Person person,
            Readiness readiness,
            Tenant tenant,
            Purpose purpose,
            Optional<PolicyName> policy,
            List<Change> changes,
            List<Step> steps,
            PersonState before) {
        var then = ExpectedResult.of(changes, person, readiness);
        var given = purpose == Purpose.NUMBER ? GivenNumber.in(changes) : Optional.<GivenNumber>empty();
        return new Plan(
                person.id(),
                purpose,
                policy,
                steps,
                before,
                RiskAssessment.of(changes, before, tenant, then.emergency().level()),
                then.sentences(given, readiness),
                Fingerprint.of(person.id(), purpose, before, steps));
    }

    static PlanResult.WithReport outcome(Report<PersonCase> report, Fact<Plan> plan) {
        return plan.<PlanResult.WithReport>fold(
                made -> made.steps().isEmpty()
                        ? new PlanResult.NothingToDo(report)
                        : new PlanResult.Ready(made, report),
                why -> new PlanResult.NotVerified(report, Optional.of(why)));
    }

    /** With a number that goes though no rule asks for it, as one that may stay. */
    private static List<Change> changes(Report<PersonCase> report, Optional<Change.ReleaseNumber> release) {
        var changes = new ArrayList<>(Stream.concat(
                        release.<Change>map(it -> it).stream(),
                        report.findings().stream().map(Finding::change).flatMap(Optional::stream))
                .distinct()
                .toList());
        var person = report.subject().person().id();
        var voiceOn = new Change.SwitchVoice(person, true);
        // Teams switches voice off with the number (src/docs/shared-calling.md, Enrolment), whatever it was before.
        if (changes.stream().anyMatch(Change.ReleaseNumber.class::isInstance) && !changes.contains(voiceOn)) {
            changes.add(voiceOn);
        }
        changes.sort(Comparator.comparingInt(Planner::place));
        return changes;
    }

    /** Emergency settings come before the grant that lets somebody call. */
    static int place(Change change) {
        return switch (change) {
            case Change.ReleaseNumber _ -> 0;
            case Change.AssignNumber _ -> 1;
            case Change.SwitchVoice _ -> 2;
            case Change.PolicyChange it -> PolicySteps.of(it).order();
        };
    }

    private static boolean moves(PersonState before, PolicyName target, Tenant tenant) {
        return RemovalPlanner.calledUnder(before, tenant)
                .filter(now -> !now.equals(target))
                .isPresent();
    }
}
