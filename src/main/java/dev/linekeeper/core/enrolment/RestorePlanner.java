package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.enrolment.PlanResult.CannotUndo;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo.UndoObstacle;
import dev.linekeeper.core.readiness.LicenceRules;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans that bring a person back to settings they had once (src/docs/shared-calling.md, Enrolment, and Undo and removal): into Shared
 * Calling in the order of an enrolment, out of it in the order of an undo.
 */
public final class RestorePlanner {
    static final String REMARK = "plan.restore.";
    private static final String LEFT = REMARK + "left.";

    private final RestoreTarget target;
    private final Person person;
    private final PersonState now;
    private final Readiness readiness;
    private final Report<PersonCase> report;
    private final Tenant tenant;
    private final List<Change> changes = new ArrayList<>();
    private Optional<CannotUndo> obstacle = Optional.empty();

    /**
     * The settings to bring somebody to; what is empty or not in the map stays as it is.
     *
     * @param direct policies granted directly; an empty one stands for none
     * @param remarks what is said with the plan, what it leaves to others first
     */
    public record RestoreTarget(
            Optional<Boolean> voiceOn,
            Optional<TargetNumber> number,
            Map<PolicyKind, Optional<PolicyName>> direct,
            List<Explanation> remarks) {
        public RestoreTarget {
            direct = Map.copyOf(direct);
            remarks = List.copyOf(remarks);
        }

        private static RestoreTarget of(Plan restoring) {
            var direct = new EnumMap<PolicyKind, Optional<PolicyName>>(PolicyKind.class);
            Optional<TargetNumber> number = Optional.empty();
            for (var change : restoring.changes()) {
                switch (change) {
                    case Change.PolicyChange it -> direct.put(it.kind(), it.granted());
                    case Change.AssignNumber it ->
                        number = Optional.of(new TargetNumber(Optional.of(it.number()), it.location()));
                    case Change.ReleaseNumber _ ->
                        number = Optional.of(new TargetNumber(Optional.empty(), Optional.empty()));
                    case Change.SwitchVoice _ -> {}
                }
            }
            return new RestoreTarget(
                    Optional.of(restoring.stateAfter(restoring.steps().size()).voiceOn()),
                    number,
                    direct,
                    restoring.remarks());
        }
    }

    /** The person's own main number, or that they have none. */
    public record TargetNumber(Optional<PhoneNumber> number, Optional<LocationId> place) {}

    private RestorePlanner(RestoreTarget target, Person person, PersonState now, Readiness readiness) {
        this.target = target;
        this.person = person;
        this.now = now;
        this.readiness = readiness;
        this.report = readiness.audit(person);
        this.tenant = report.subject().tenant();
    }

    /** Whether plans change policies of the kind, so that they can be put back. */
    public static boolean restores(PolicyKind kind) {
        return PolicySteps.of(kind).isPresent();
    }

    /** Plans the way from where the person is now; where it is all left to others, what they have to do. */
    public static PlanResult of(RestoreTarget target, Person person, Readiness readiness) {
        var left = target.remarks().stream()
                .filter(line -> line.key().startsWith(LEFT))
                .toList();
        var planned = planned(target, person, readiness);
        return planned instanceof PlanResult.NothingToDo && !left.isEmpty()
                ? new CannotUndo(UndoObstacle.NOT_OURS, left)
                : planned;
    }

    /** Plans once more what a plan of this kind leads to, or the rest of it. */
    public static PlanResult again(Plan restoring, Person person, Readiness readiness) {
        return planned(RestoreTarget.of(restoring), person, readiness);
    }

    private static PlanResult planned(RestoreTarget target, Person person, Readiness readiness) {
        return PersonState.of(person)
                .<PlanResult>fold(
                        now -> new RestorePlanner(target, person, now, readiness).plan(), UndoPlanner::notVerified);
    }

    private PlanResult plan() {
        target.direct().forEach(this::policy);
        target.number().ifPresent(this::number);
        Optional<CannotUndo> stop = obstacle.or(() -> UndoPlanner.violation(changes, tenant));
        if (stop.isPresent()) {
            return stop.get();
        }
        boolean leaves = RemovalPlanner.calledUnder(now, tenant).isPresent()
                && RemovalPlanner.calledUnder(after(), tenant).isEmpty();
        changes.sort(Comparator.comparingInt(change -> place(change, leaves)));
        target.voiceOn()
                .or(() -> Optional.of(now.voiceOn()))
                .filter(on -> on != after().voiceOn())
                .ifPresent(on -> changes.add(new Change.SwitchVoice(person.id(), on)));
        changes.sort(Comparator.comparingInt(change -> place(change, leaves)));
        return changes.isEmpty() ? new PlanResult.NothingToDo(report) : judged();
    }

    private void policy(PolicyKind kind, Optional<PolicyName> wanted) {
        if (now.held(kind).isEmpty()) {
            stop(UndoPlanner.notVerified(kind.type()));
        } else if (!now.direct(kind).equals(wanted)) {
            changes.add(wanted.<Change>map(policy -> new Change.GrantPolicy(person.id(), kind, policy))
                    .orElseGet(() -> new Change.RevokePolicy(person.id(), kind)));
        }
    }

    private void number(TargetNumber wanted) {
        var held = now.lines().stream()
                .filter(line -> line.category() == Line.Category.PRIMARY)
                .map(PersonState.OwnNumber::number)
                .findFirst();
        if (held.equals(wanted.number())) {
            return;
        }
        held.flatMap(this::listed)
                .ifPresent(found -> changes.add(new Change.ReleaseNumber(
                        person.id(),
                        found.number(),
                        found.type(),
                        found.location().known().flatMap(it -> it))));
        wanted.number()
                .flatMap(this::listed)
                .ifPresent(found -> changes.add(new Change.AssignNumber(
                        person.id(),
                        found.number(),
                        found.type(),
                        wanted.place().or(() -> found.location().known().flatMap(it -> it)))));
    }

    /** The number in the inventory, where Teams manages it; else it can be neither released nor assigned. */
    private Optional<TelephoneNumber> listed(PhoneNumber number) {
        return tenant.number(number)
                .fold(
                        found -> {
                            var ours = found.filter(it -> it.source() == TelephoneNumber.NumberSource.ONLINE);
                            if (ours.isEmpty()) {
                                stop(new CannotUndo(
                                        UndoObstacle.STATE_MOVED,
                                        List.of(Explanation.of(REMARK + "number-elsewhere", number))));
                            }
                            return ours;
                        },
                        why -> {
                            stop(UndoPlanner.notVerified(why));
                            return Optional.empty();
                        });
    }

    private void stop(CannotUndo why) {
        obstacle = obstacle.or(() -> Optional.of(why));
    }

    /** Into Shared Calling as into an enrolment, emergency settings before the grant; out of it the other way round. */
    private static int place(Change change, boolean leaves) {
        int place = Planner.place(change);
        return leaves ? change instanceof Change.PolicyChange ? -place : place : place;
    }

    private PersonState after() {
        var state = now;
        for (var change : changes) {
            state = state.after(change);
        }
        return state;
    }

    /** Judged as the person would be; only what lets somebody call must hold, as out of Shared Calling the rules of it do not apply. */
    private PlanResult judged() {
        var after = after();
        Report<PersonCase> then = ExpectedResult.of(changes, person, readiness).audit();
        boolean shared = RemovalPlanner.calledUnder(after, tenant).isPresent();
        if (shared && (then.overall() == Overall.NOT_READY || then.overall() == Overall.BLOCKED)) {
            return new PlanResult.Blocked(then);
        }
        if (shared && then.overall() == Overall.NOT_VERIFIED) {
            return new PlanResult.NotVerified(then, Optional.empty());
        }
        if (after.voiceOn() && then.outcome(LicenceRules.TEAMS_PHONE) == Outcome.FAIL) {
            return new CannotUndo(UndoObstacle.NOT_OURS, List.of(then.because(LicenceRules.TEAMS_PHONE)));
        }
        var plan = Planner.plan(
                person, readiness, tenant, Purpose.RESTORE, RemovalPlanner.calledUnder(after, tenant), changes, now);
        return new PlanResult.Ready(plan.with(target.remarks()), then);
    }
}
