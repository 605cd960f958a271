package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Person;
import java.util.Comparator;
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

    /**
     * The same for somebody who leaves for good: their own numbers go first, those of them that Teams manages, as they could not be
     * taken away once the licence is gone; the main one last, as it is not documented whether it can go before the others. Missing also where a number could not be read.
     */
    static Fact<List<Change>> leaving(UserId person, PersonState before, Tenant tenant) {
        Fact<List<Change>> released = before.lines().stream()
                .sorted(Comparator.comparing(PersonState.OwnNumber::category).reversed())
                .map(line -> release(person, line, tenant))
                .reduce(
                        tenant.policies(PolicyKind.SHARED_CALLING).map(_ -> List.of()),
                        (some, more) -> some.with(more, RemovalPlanner::joined));
        return released.flatMap(first -> after(first, person, before, tenant));
    }

    /** What is left of a removal once its numbers are released, with those before it. */
    static Fact<List<Change>> after(List<Change> released, UserId person, PersonState before, Tenant tenant) {
        PersonState then = before;
        for (Change change : released) {
            then = then.after(change);
        }
        return changes(person, then, tenant).map(rest -> joined(released, rest));
    }

    private static Fact<List<Change>> release(UserId person, PersonState.OwnNumber line, Tenant tenant) {
        return tenant.number(line.number())
                .map(found -> found
                        .filter(number -> number.source() == TelephoneNumber.NumberSource.ONLINE)
                        .<Change>map(number -> new Change.ReleaseNumber(
                                person,
                                number.number(),
                                number.type(),
                                number.location().known().flatMap(place -> place),
                                line.category()))
                        .stream()
                        .toList());
    }

    private static List<Change> joined(List<Change> some, List<Change> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
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
