package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The changes that take a person out of Shared Calling (src/docs/shared-calling.md, Undo and removal). */
final class RemovalPlanner {
    private RemovalPlanner() {}

    /** Missing also when we cannot tell which Shared Calling policy there is to leave. */
    static Fact<PersonState> state(Person person, Tenant tenant) {
        return PersonState.of(person)
                .with(person.policy(PolicyKind.SHARED_CALLING), (state, _) -> state)
                .with(tenant.policies(PolicyKind.SHARED_CALLING), (state, _) -> state);
    }

    /**
     * Missing where it could not be read which policy they call under, or what takes over and so whether voice goes off.
     */
    static Fact<List<Change>> changes(UserId person, PersonState before, Tenant tenant) {
        var held = before.held(PolicyKind.SHARED_CALLING);
        var now = calls(held, "the Shared Calling policy in force", tenant);
        return now.flatMap(calling -> {
            var direct = before.direct(PolicyKind.SHARED_CALLING);
            var revoked = direct.<Change>map(_ -> new Change.RevokePolicy(person, PolicyKind.SHARED_CALLING)).stream()
                    .toList();
            if (!calling || !before.voiceOn() || !before.lines().isEmpty()) {
                return now.map(_ -> calling ? revoked : List.of());
            }
            var voiceOff = Stream.concat(revoked.stream(), Stream.of(new Change.SwitchVoice(person, false)))
                    .toList();
            return direct.map(policy -> calls(
                                    held.flatMap(EffectivePolicy::revoked),
                                    "which Shared Calling policy takes the place of %s".formatted(policy),
                                    tenant)
                            .map(takesOver -> takesOver ? revoked : voiceOff))
                    .orElseGet(() -> now.map(_ -> voiceOff));
        });
    }

    private static Fact<Boolean> calls(Optional<EffectivePolicy> held, String what, Tenant tenant) {
        return held.map(it -> tenant.sharedCalling(it.policy())
                        .map(found -> found.flatMap(Policy.SharedCalling::resourceAccount)
                                .isPresent()))
                .orElseGet(() -> Fact.missing(what));
    }

    /** The policy somebody calls under now: the one in force, when it names a resource account. */
    static Optional<PolicyName> calledUnder(PersonState state, Tenant tenant) {
        return state.held(PolicyKind.SHARED_CALLING).flatMap(held -> withAccount(held, tenant));
    }

    static Optional<PolicyName> withAccount(EffectivePolicy held, Tenant tenant) {
        return tenant.sharedCalling(held.policy())
                .known()
                .flatMap(policy -> policy)
                .filter(policy -> policy.resourceAccount().isPresent())
                .map(Policy::name);
    }
}
