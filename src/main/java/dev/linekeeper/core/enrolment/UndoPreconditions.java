package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.enrolment.PlanResult.CannotUndo;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo.UndoObstacle;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Change;
import java.util.List;
import java.util.Optional;

/** Checks that what an undo restores still exists: the policies granted before, the number released. */
final class UndoPreconditions {
    private UndoPreconditions() {}

    /** Why the changes cannot be made; empty when they can be made. */
    static Optional<CannotUndo> violation(List<Change> changes, Tenant tenant) {
        return changes.stream()
                .flatMap(change -> violation(change, tenant).stream())
                .findFirst();
    }

    private static Optional<CannotUndo> violation(Change change, Tenant tenant) {
        return switch (change) {
            case Change.GrantPolicy(_, var kind, var policy) -> policyGone(kind, policy, tenant);
            case Change.AssignNumber(_, var number, _, _) ->
                numberTaken(number, tenant);
            case Change.ReleaseNumber _, Change.SwitchVoice _, Change.RevokePolicy _ -> Optional.empty();
        };
    }

    private static Optional<CannotUndo> policyGone(PolicyKind kind, PolicyName policy, Tenant tenant) {
        return tenant.policies(kind)
                .fold(
                        all -> all.containsKey(policy)
                                ? Optional.empty()
                                : stateMoved("gone.policy", policy.value(), kind.type()),
                        UndoPreconditions::notVerified);
    }

    private static Optional<CannotUndo> numberTaken(PhoneNumber number, Tenant tenant) {
        return tenant.number(number)
                .fold(
                        found -> found.map(TelephoneNumber::status)
                                .filter(NumberStatus.UNASSIGNED::equals)
                                .map(_ -> Optional.<CannotUndo>empty())
                                .orElseGet(() -> stateMoved("gone.number", number.toString())),
                        UndoPreconditions::notVerified);
    }

    private static Optional<CannotUndo> stateMoved(String key, Object... arguments) {
        return Optional.of(new CannotUndo(UndoObstacle.STATE_MOVED, List.of(UndoPlanner.said(key, arguments))));
    }

    private static Optional<CannotUndo> notVerified(String why) {
        return Optional.of(UndoPlanner.notVerified(why));
    }
}
