package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementMode;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.core.tenant.person.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans that give somebody a number of their own, out of Shared Calling where they were in it (src/docs/shared-calling.md). */
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
