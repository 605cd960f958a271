package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of a person that a plan touches, and every state they go through while it is applied. Settings in none of
 * those states were changed by somebody else; settings the plan does not touch may be anything.
 */
final class TouchedSettings {
    private final List<PersonState> states = new ArrayList<>();
    private final Set<PolicyKind> kinds;
    private final Set<PhoneNumber> numbers;
    private final boolean voice;

    TouchedSettings(Plan applied) {
        var changes = applied.changes();
        states.add(applied.before());
        for (var change : changes) {
            states.add(states.getLast().after(change));
        }
        this.kinds = ofType(Change.PolicyChange.class, changes)
                .map(Change.PolicyChange::kind)
                .collect(Collectors.toSet());
        this.numbers = ofType(Change.NumberChange.class, changes)
                .map(Change.NumberChange::number)
                .collect(Collectors.toSet());
        this.voice = ofType(Change.PolicyChange.class, changes).count() < changes.size();
    }

    Set<PolicyKind> kinds() {
        return kinds;
    }

    /** How the state differs from where the plan should have led; empty when the plan went through it. */
    List<Explanation> differences(PersonState now) {
        if (states.stream().anyMatch(state -> differences(state, now).isEmpty())) {
            return List.of();
        }
        return differences(states.getLast(), now);
    }

    private List<Explanation> differences(PersonState expected, PersonState now) {
        var differences = new ArrayList<Explanation>();
        if (voice && expected.voiceOn() != now.voiceOn()) {
            differences.add(UndoPlanner.said(now.voiceOn() ? "moved.voice-on" : "moved.voice-off"));
        }
        for (var number : numbers) {
            if (expected.holds(number) != now.holds(number)) {
                differences.add(UndoPlanner.said(
                        now.holds(number) ? "moved.number-held" : "moved.number-gone", number.toString()));
            }
        }
        kinds.stream()
                .sorted()
                .filter(kind -> !expected.direct(kind).equals(now.direct(kind)))
                .map(kind -> UndoPlanner.said("moved.policy", kind.type(), direct(expected, kind), direct(now, kind)))
                .forEach(differences::add);
        return differences;
    }

    private static String direct(PersonState state, PolicyKind kind) {
        return state.direct(kind).map(PolicyName::value).orElse(Step.NONE);
    }

    private static <T extends Change> Stream<T> ofType(Class<T> type, List<Change> changes) {
        return changes.stream().filter(type::isInstance).map(type::cast);
    }
}
