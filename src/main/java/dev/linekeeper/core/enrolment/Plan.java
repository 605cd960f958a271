package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.GivenNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The changes to one person's settings, to one policy or to what else stands behind people, in order, with what was there before. Data only: a plan can be
 * stored, shown, approved, compared by its fingerprint and undone long after the tenant it was made from has been forgotten.
 *
 * @param subject the person, or what stands behind people, who have plans of their own
 * @param settings the person's settings before; empty for what stands behind people, where steps say what is so before
 * @param policy the Shared Calling policy the person ends up with, or leaves when the purpose is to remove them; empty
 *     for an undo that ends without one
 * @param steps in the order in which they are safe; the last one verifies
 * @param outlook what is expected once it is done: rules, caller ID, emergency calls; for the eyes of who decides
 * @param fingerprint SHA-256 in hex over subject, state before, steps and the version of the rules: two plans with the
 *     same fingerprint do the same to the same state
 */
public record Plan(
        Subject subject,
        Purpose purpose,
        Optional<PolicyName> policy,
        List<Step> steps,
        Optional<PersonState> settings,
        Risk risk,
        List<Explanation> outlook,
        String fingerprint) {
    public Plan {
        steps = List.copyOf(steps);
        outlook = List.copyOf(outlook);
    }

    /** A plan for a person. */
    public Plan(
            UserId person,
            Purpose purpose,
            Optional<PolicyName> policy,
            List<Step> steps,
            PersonState before,
            Risk risk,
            List<Explanation> outlook,
            String fingerprint) {
        this(person, purpose, policy, steps, Optional.of(before), risk, outlook, fingerprint);
    }

    /**
     * The person it is for.
     *
     * @throws IllegalStateException when it is about a policy
     */
    public UserId person() {
        return switch (subject) {
            case UserId person -> person;
            case PolicyName name -> throw new IllegalStateException("A plan about the policy %s".formatted(name));
            case Groundwork it -> throw new IllegalStateException("A plan about %s".formatted(it));
        };
    }

    /**
     * The person's settings before.
     *
     * @throws IllegalStateException when it is about a policy
     */
    public PersonState before() {
        return settings.orElseThrow(
                () -> new IllegalStateException("A plan about %s has no person".formatted(subject)));
    }

    /** The plan in one sentence; {@code name} is how the person or the policy is called. */
    public Explanation title(String name) {
        String key = isReleaseAlone() ? "plan.title.REMOVE.number" : "plan.title." + purpose;
        return policy.<Object>map(it -> it)
                .filter(_ -> purpose != Purpose.RELEASE)
                .or(() -> givenNumber().map(GivenNumber::number))
                .or(() -> fix().map(_ -> steps.getFirst().title()))
                .or(() -> freed().findFirst().filter(_ -> isReleaseAlone() || purpose == Purpose.RELEASE))
                .map(target -> Explanation.of(key, name, target))
                .orElseGet(() -> Explanation.of(key, name, ""));
    }

    /** Whether somebody who calls under no Shared Calling policy gives up their own number by it. */
    private boolean isReleaseAlone() {
        return purpose == Purpose.REMOVE
                && policy.isEmpty()
                && freed().findAny().isPresent();
    }

    /** The number it gives the person as their own; empty when it gives none. */
    public Optional<GivenNumber> givenNumber() {
        return GivenNumber.in(changes());
    }

    /** What it puts right behind people; empty in a plan for a person or a policy. */
    public Optional<Fix<?>> fix() {
        return steps.stream().flatMap(step -> step.fix().stream()).findFirst();
    }

    /** What it changes of the policy of a group, all its steps together; empty in a plan for anything else. */
    public Optional<GroupGrantChange> groupGrant() {
        return steps.stream()
                .flatMap(step -> step.groupGrant().stream())
                .reduce((first, last) -> new GroupGrantChange(last.group(), first.before(), last.after()));
    }

    /** The numbers it takes from the person, which are nobody's then. */
    public Stream<PhoneNumber> freed() {
        return changes().stream()
                .flatMap(change -> change instanceof Change.ReleaseNumber it ? Stream.of(it.number()) : Stream.empty());
    }

    /** The kinds of its steps, in their order. */
    public List<StepName> stepNames() {
        return steps.stream().map(Step::name).toList();
    }

    /** Whether nobody loses a Shared Calling policy by it. */
    public boolean leavesNoPolicy() {
        return purpose != Purpose.MOVE
                && before().direct(PolicyKind.SHARED_CALLING)
                        .filter(now -> !policy.equals(Optional.of(now)))
                        .isEmpty();
    }

    /** The same plan with the risk it has when this many people are asked for at once. */
    public Plan forBatch(int people) {
        return new Plan(subject, purpose, policy, steps, settings, risk.forBatch(people), outlook, fingerprint);
    }

    /** The same plan with what there is to say of a restore. */
    Plan with(List<Explanation> remarks) {
        return new Plan(
                subject,
                purpose,
                policy,
                steps,
                settings,
                risk,
                Stream.concat(outlook.stream(), remarks.stream()).toList(),
                fingerprint);
    }

    /** What a restore leaves to others, and what it goes back to; stored behind the rest of the outlook. */
    public List<Explanation> remarks() {
        return outlook.stream()
                .filter(line -> line.key().startsWith(RestorePlanner.REMARK))
                .toList();
    }

    /** The same plan with the risk it has when it is put back by itself in the end. */
    public Plan temporary() {
        return new Plan(subject, purpose, policy, steps, settings, risk.temporary(), outlook, fingerprint);
    }

    /** The state that the first {@code done} steps lead to. */
    public PersonState stateAfter(int done) {
        var state = before();
        for (var step : steps.subList(0, done)) {
            state = step.change().map(state::after).orElse(state);
        }
        return state;
    }

    /** The verdict on the person's emergency calls once it is done; empty in plans that were stored without one. */
    public Optional<Explanation> emergencyAfterwards() {
        return outlook.stream().filter(EmergencyVerdict::isHeadline).findFirst();
    }

    /** Whether the person cannot call outside numbers once it is done, emergency numbers included. */
    public boolean endsCalls() {
        return emergencyAfterwards()
                .filter(said -> EmergencyVerdict.says(EmergencyLevel.NO_CALLS, said))
                .isPresent();
    }

    /** Whether the plan was made under the rules that are in force now: their version is part of its fingerprint. */
    boolean isOfPresentRules() {
        return fingerprint.equals(Fingerprint.of(person(), purpose, before(), steps));
    }

    /** The changes alone, in order. */
    public List<Change> changes() {
        return steps.stream().flatMap(step -> step.change().stream()).toList();
    }
}
