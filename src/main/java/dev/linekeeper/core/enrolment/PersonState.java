package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Change;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Line;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.VoiceUser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is captured of a person before a plan is applied: enough to show what changes, to notice that something moved
 * since, and to put it back.
 *
 * @param policies by kind, of those that could be read; only the kinds of {@link #CAPTURED}
 */
public record PersonState(boolean voiceOn, List<OwnNumber> lines, Map<PolicyKind, Held> policies) {

    /** The policies a plan may change or that people ask about when it is undone. */
    static final List<PolicyKind> CAPTURED = List.of(
            PolicyKind.SHARED_CALLING,
            PolicyKind.VOICE_ROUTING,
            PolicyKind.EMERGENCY_CALL_ROUTING,
            PolicyKind.EMERGENCY_CALLING,
            PolicyKind.CALLING_LINE_IDENTITY,
            PolicyKind.DIAL_PLAN);

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

    /** The same from what Teams voice knows of somebody. */
    public static Fact<PersonState> of(Fact<VoiceUser> voice) {
        return voice.flatMap(PersonState::of);
    }

    private static Fact<PersonState> of(VoiceUser user) {
        var policies = new EnumMap<PolicyKind, Held>(PolicyKind.class);
        for (var kind : CAPTURED) {
            user.policy(kind).known().ifPresent(assignment -> policies.put(kind, Held.of(assignment)));
        }
        return user.voiceOn().with(user.lines(), (voiceOn, lines) -> new PersonState(
                voiceOn,
                lines.stream().map(line -> new OwnNumber(line.number(), line.category())).toList(),
                policies));
    }

    /** The state a change leads to. Teams switches voice off with the last number and on with a new one. */
    PersonState after(Change change) {
        return switch (change) {
            case Change.ReleaseNumber(_, var number, _) ->
                new PersonState(
                        false,
                        lines.stream().filter(line -> !line.number().equals(number)).toList(),
                        policies);
            case Change.AssignNumber(_, var number, _) -> new PersonState(true, with(number), policies);
            case Change.SwitchVoice(_, var on) -> new PersonState(on, lines, policies);
            case Change.GrantPolicy(_, var kind, var policy) -> with(kind, Optional.of(Held.granted(policy, held(kind))));
            case Change.RevokePolicy(_, var kind) -> with(kind, held(kind).flatMap(Held::revoked));
        };
    }

    boolean holds(PhoneNumber number) {
        return lines.stream().anyMatch(line -> line.number().equals(number));
    }

    Optional<Held> held(PolicyKind kind) {
        return Optional.ofNullable(policies.get(kind));
    }

    /** The policy of the kind that is granted to the person directly. */
    public Optional<PolicyName> direct(PolicyKind kind) {
        return held(kind).flatMap(Held::direct);
    }

    private List<OwnNumber> with(PhoneNumber number) {
        var all = new ArrayList<>(lines);
        all.add(new OwnNumber(number, Line.Category.PRIMARY));
        return all;
    }

    private PersonState with(PolicyKind kind, Optional<Held> held) {
        var all = new EnumMap<PolicyKind, Held>(PolicyKind.class);
        all.putAll(policies);
        held.ifPresentOrElse(it -> all.put(kind, it), () -> all.remove(kind));
        return new PersonState(voiceOn, lines, all);
    }
}
