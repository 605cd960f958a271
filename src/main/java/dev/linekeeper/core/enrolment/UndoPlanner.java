package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.enrolment.PlanResult.CannotUndo;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo.UndoObstacle;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans that take back a plan that was applied, whole or in part: last change first (src/docs/shared-calling.md, Undo
 * and removal).
 */
public final class UndoPlanner {
    private UndoPlanner() {}

    /**
     * Plans the undo from where the person is now.
     *
     * @param applied the plan to undo; as far as it got, so a plan that stopped half-way can be undone too
     * @throws IllegalArgumentException when the plan is another person's
     */
    public static PlanResult of(Plan applied, Person person, Tenant tenant, JudgementSettings settings) {
        return of(applied, person, new Readiness(tenant, settings));
    }

    /** The same for any number of people, for whom what they share is judged once. */
    public static PlanResult of(Plan applied, Person person, Readiness readiness) {
        if (!applied.person().equals(person.id())) {
            throw new IllegalArgumentException(
                    "A plan for %s cannot be undone for %s".formatted(applied.person(), person.id()));
        }
        return PersonState.of(person)
                .<PlanResult>fold(now -> of(applied, now, person, readiness), UndoPlanner::notVerified);
    }

    private static PlanResult of(Plan applied, PersonState now, Person person, Readiness readiness) {
        var touched = new TouchedSettings(applied);
        var unread = touched.kinds().stream()
                .filter(kind -> now.held(kind).isEmpty())
                .findFirst();
        if (unread.isPresent()) {
            return notVerified(unread.get().type());
        }
        var differences = touched.differences(now);
        if (!differences.isEmpty()) {
            return new CannotUndo(UndoObstacle.STATE_MOVED, differences);
        }
        var changes = inverseChanges(applied, now);
        var report = readiness.audit(person);
        var tenant = report.subject().tenant();
        if (changes.isEmpty()) {
            return new PlanResult.NothingToDo(report);
        }
        return violation(changes, tenant)
                .<PlanResult>map(violation -> violation)
                .orElseGet(() -> new PlanResult.Ready(
                        Planner.plan(
                                person,
                                readiness,
                                tenant,
                                Purpose.UNDO,
                                applied.before().direct(PolicyKind.SHARED_CALLING),
                                changes,
                                now),
                        report));
    }

    static CannotUndo notVerified(String unread) {
        return new CannotUndo(UndoObstacle.NOT_VERIFIED, List.of(said("not-read", unread)));
    }

    private static List<Change> inverseChanges(Plan applied, PersonState now) {
        var before = applied.before();
        var person = applied.person();
        var changes = new ArrayList<Change>();
        for (var change : applied.changes().reversed()) {
            inverse(change, before, now, person).forEach(changes::add);
        }
        if (changes.stream().anyMatch(Change.AssignNumber.class::isInstance)) {
            changes.removeIf(Change.SwitchVoice.class::isInstance); // the number brings voice with it
        }
        var state = now;
        for (var change : changes) {
            state = state.after(change);
        }
        if (state.voiceOn() != before.voiceOn()) {
            changes.add(new Change.SwitchVoice(person, before.voiceOn()));
        }
        return changes;
    }

    private static List<Change> inverse(Change change, PersonState before, PersonState now, UserId person) {
        var voiceOn = new Change.SwitchVoice(person, true);
        return switch (change) {
            case Change.ReleaseNumber(_, var number, var type, var location, var category) ->
                now.holds(number)
                        ? List.of()
                        : List.of(new Change.AssignNumber(person, number, type, location, category));
            case Change.AssignNumber(_, var number, var type, var location, var category) -> {
                if (!now.holds(number)) {
                    yield List.of();
                }
                var release = new Change.ReleaseNumber(person, number, type, location, category);
                yield before.voiceOn() ? List.of(release, voiceOn) : List.of(release);
            }
            case Change.SwitchVoice _ -> before.voiceOn() && !now.voiceOn() ? List.of(voiceOn) : List.of();
            case Change.PolicyChange it ->
                restored(it.kind(), before, now, person).stream().toList();
        };
    }

    private static Optional<Change> restored(PolicyKind kind, PersonState before, PersonState now, UserId person) {
        var previous = before.direct(kind);
        if (previous.equals(now.direct(kind))) {
            return Optional.empty();
        }
        return Optional.of(previous.<Change>map(policy -> new Change.GrantPolicy(person, kind, policy))
                .orElseGet(() -> new Change.RevokePolicy(person, kind)));
    }

    static Explanation said(String key, Object... arguments) {
        return Explanation.of("plan.undo." + key, arguments);
    }

    /** Why the changes cannot be made, as a policy is gone or a number taken; empty when they can be made. */
    static Optional<CannotUndo> violation(List<Change> changes, Tenant tenant) {
        return changes.stream()
                .flatMap(change -> violation(change, tenant).stream())
                .findFirst();
    }

    private static Optional<CannotUndo> violation(Change change, Tenant tenant) {
        return switch (change) {
            case Change.GrantPolicy(_, var kind, var policy) -> policyGone(kind, policy, tenant);
            case Change.AssignNumber(
                    _,
                    var number,
                    _,
                    _,
                    _) -> numberTaken(number, tenant);
            case Change.ReleaseNumber _, Change.SwitchVoice _, Change.RevokePolicy _ -> Optional.empty();
        };
    }

    private static Optional<CannotUndo> policyGone(PolicyKind kind, PolicyName policy, Tenant tenant) {
        return tenant.policies(kind)
                .fold(
                        all -> all.containsKey(policy)
                                ? Optional.empty()
                                : stateMoved("gone.policy", policy.value(), kind.type()),
                        UndoPlanner::unread);
    }

    private static Optional<CannotUndo> numberTaken(PhoneNumber number, Tenant tenant) {
        return tenant.number(number)
                .fold(
                        found -> found.map(TelephoneNumber::status)
                                .filter(NumberStatus.UNASSIGNED::equals)
                                .map(_ -> Optional.<CannotUndo>empty())
                                .orElseGet(() -> stateMoved("gone.number", number.toString())),
                        UndoPlanner::unread);
    }

    private static Optional<CannotUndo> stateMoved(String key, Object... arguments) {
        return Optional.of(new CannotUndo(UndoObstacle.STATE_MOVED, List.of(said(key, arguments))));
    }

    private static Optional<CannotUndo> unread(String why) {
        return Optional.of(notVerified(why));
    }
}
