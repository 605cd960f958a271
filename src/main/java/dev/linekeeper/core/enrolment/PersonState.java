package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.core.tenant.person.VoiceUser;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The voice settings of a person before a plan is applied: enough to show what changes, to notice that somebody else
 * changed a setting since, and to put it back.
 *
 * @param policies by kind, of those that could be read; only the kinds of {@link #CAPTURED}
 */
public record PersonState(boolean voiceOn, List<OwnNumber> lines, Map<PolicyKind, EffectivePolicy> policies) {

    /** Kinds no plan changes, but people ask about when a plan is undone. */
    private static final Set<PolicyKind> ALSO_SHOWN =
            EnumSet.of(PolicyKind.EMERGENCY_CALLING, PolicyKind.CALLING_LINE_IDENTITY, PolicyKind.DIAL_PLAN);

    /** The kinds of policy that are captured: what a plan may change, and what is also shown. */
    static final List<PolicyKind> CAPTURED = Arrays.stream(PolicyKind.values())
            .filter(kind -> PolicySteps.of(kind).isPresent() || ALSO_SHOWN.contains(kind))
            .toList();

    /** A number the person holds. */
    public record OwnNumber(PhoneNumber number, Line.Category category) {}

    public PersonState {
        lines = List.copyOf(lines);
        policies = policies.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(policies));
    }

    /** Missing when the voice switch or the numbers could not be read: without them there is nothing to go back to. */
    public static Fact<PersonState> of(Person person) {
        return of(person.voice());
    }

    /** The same from the voice settings of a person. */
    public static Fact<PersonState> of(Fact<VoiceUser> voice) {
        return voice.flatMap(PersonState::of);
    }

    private static Fact<PersonState> of(VoiceUser user) {
        var policies = new EnumMap<PolicyKind, EffectivePolicy>(PolicyKind.class);
        for (var kind : CAPTURED) {
            user.policy(kind).known().ifPresent(assignment -> policies.put(kind, EffectivePolicy.of(assignment)));
        }
        return user.voiceOn()
                .with(
                        user.lines(),
                        (voiceOn, lines) -> new PersonState(
                                voiceOn,
                                lines.stream()
                                        .map(line -> new OwnNumber(line.number(), line.category()))
                                        .toList(),
                                policies));
    }

    /** The state a change leads to. */
    PersonState after(Change change) {
        return switch (change) {
            case Change.ReleaseNumber(
                    _,
                    var number,
                    _,
                    _,
                    _) ->
                with(change, lines.stream().filter(line -> !line.number().equals(number)));
            case Change.AssignNumber(
                    _,
                    var number,
                    _,
                    _,
                    var category) ->
                with(change, Stream.concat(lines.stream(), Stream.of(new OwnNumber(number, category))));
            case Change.SwitchVoice _ -> with(change, lines.stream());
            case Change.GrantPolicy(_, var kind, var policy) ->
                with(kind, Optional.of(EffectivePolicy.granted(policy, held(kind))));
            case Change.RevokePolicy(_, var kind) ->
                with(kind, held(kind).flatMap(EffectivePolicy::revoked));
        };
    }

    boolean holds(PhoneNumber number) {
        return as(number).isPresent();
    }

    /** As which of their lines the person has the number; empty when they do not have it. */
    Optional<Line.Category> as(PhoneNumber number) {
        return lines.stream()
                .filter(line -> line.number().equals(number))
                .map(OwnNumber::category)
                .findFirst();
    }

    Optional<EffectivePolicy> held(PolicyKind kind) {
        return Optional.ofNullable(policies.get(kind));
    }

    /** The policy of the kind that is granted to the person directly. */
    public Optional<PolicyName> direct(PolicyKind kind) {
        return held(kind).flatMap(EffectivePolicy::direct);
    }

    private PersonState with(Change change, Stream<OwnNumber> numbers) {
        return new PersonState(change.voiceOn(voiceOn), numbers.toList(), policies);
    }

    private PersonState with(PolicyKind kind, Optional<EffectivePolicy> held) {
        var all = new EnumMap<PolicyKind, EffectivePolicy>(PolicyKind.class);
        all.putAll(policies);
        held.ifPresentOrElse(it -> all.put(kind, it), () -> all.remove(kind));
        return new PersonState(voiceOn, lines, all);
    }
}
