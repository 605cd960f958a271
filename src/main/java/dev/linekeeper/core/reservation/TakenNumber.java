package dev.linekeeper.core.reservation;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import dev.linekeeper.core.tenant.person.Change;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A number that a plan gives to somebody.
 *
 * @param holders who has it then, by all ids they go by: of an account its sign-in name too; empty for a callback number
 * @param policy the Shared Calling policy that keeps it for callbacks then
 */
public record TakenNumber(PhoneNumber number, Set<UserId> holders, Optional<PolicyName> policy) {
    public static TakenNumber asCallback(PhoneNumber number, PolicyName policy) {
        return new TakenNumber(number, Set.of(), Optional.of(policy));
    }

    /** By whom a number is taken now, as the inventory has it. */
    public static TakenNumber of(TelephoneNumber entry) {
        return new TakenNumber(
                entry.number(), entry.target().map(UserId::new).map(Set::of).orElse(Set.of()), entry.heldByPolicy());
    }

    /** All that the plan takes. */
    public static List<TakenNumber> by(Plan plan) {
        return plan.steps().stream().flatMap(TakenNumber::by).toList();
    }

    private static Stream<TakenNumber> by(Step step) {
        return Stream.of(
                        step.change().stream().flatMap(TakenNumber::given),
                        step.fix().stream().flatMap(fix -> fix instanceof NumberOfAccount it ? by(it) : Stream.of()),
                        step.policyChange().stream()
                                .flatMap(change -> change.added().map(it -> asCallback(it, change.policy()))))
                .flatMap(part -> part);
    }

    private static Stream<TakenNumber> given(Change change) {
        return change instanceof Change.AssignNumber it
                ? Stream.of(new TakenNumber(it.number(), Set.of(it.person()), Optional.empty()))
                : Stream.of();
    }

    /** The one that the account gets; none where it loses one. */
    public static Stream<TakenNumber> by(NumberOfAccount fix) {
        return fix.after().stream()
                .map(it -> new TakenNumber(
                        it, Set.of(fix.account(), new UserId(fix.userPrincipalName())), Optional.empty()));
    }
}
