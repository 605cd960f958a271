package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes that take a person out of Shared Calling (src/docs/shared-calling.md, Undo and removal). */
final class RemovalPlanner {
    private RemovalPlanner() {}

    /** Missing also when we cannot tell which Shared Calling policy there is to leave. */
    static Fact<PersonState> state(Person person, Tenant tenant) {
        return PersonState.of(person)
                .with(person.policy(PolicyKind.SHARED_CALLING), (state, _) -> state)
                .with(tenant.policies(PolicyKind.SHARED_CALLING), (state, _) -> state);
    }

    static List<Change> changes(UserId person, PersonState before, Tenant tenant) {
        if (calledUnder(before, tenant).isEmpty()) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        if (before.direct(PolicyKind.SHARED_CALLING).isPresent()) {
            changes.add(new Change.RevokePolicy(person, PolicyKind.SHARED_CALLING));
        }
        if (before.voiceOn() && before.lines().isEmpty() && !anotherTakesOver(before, tenant)) {
            changes.add(new Change.SwitchVoice(person, false));
        }
        return changes;
    }

    /** The policy somebody calls under now: the one in force, when it names a resource account. */
    static Optional<PolicyName> calledUnder(PersonState state, Tenant tenant) {
        return state.held(PolicyKind.SHARED_CALLING).flatMap(held -> withAccount(held, tenant));
    }

    /** Whether revoking the direct grant leaves them under a group's or the Global policy. */
    private static boolean anotherTakesOver(PersonState before, Tenant tenant) {
        return before.direct(PolicyKind.SHARED_CALLING).isPresent()
                && before.held(PolicyKind.SHARED_CALLING)
                        .flatMap(EffectivePolicy::revoked)
                        .flatMap(beneath -> withAccount(beneath, tenant))
                        .isPresent();
    }

    static Optional<PolicyName> withAccount(EffectivePolicy held, Tenant tenant) {
        return tenant.sharedCalling(held.policy())
                .known()
                .flatMap(policy -> policy)
                .filter(policy -> policy.resourceAccount().isPresent())
                .map(Policy::name);
    }
}
