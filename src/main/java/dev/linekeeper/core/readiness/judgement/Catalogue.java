package dev.linekeeper.core.readiness.judgement;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rules for one kind of subject, in the order in which they are shown. All of them can be asked, so all gaps are
 * seen at once; a rule whose prerequisite does not hold does not apply.
 */
public final class Catalogue<S> {
    private static final int[] NONE = {};

    private final List<Rule<S>> rules;
    private final Map<RuleId, Integer> positions = new HashMap<>();
    private final Map<Topic, int[]> byTopic = new EnumMap<>(Topic.class);
    private final int[][] prerequisites;

    /**
     * Puts rules together.
     *
     * @throws IllegalArgumentException when two rules share an id, or rules need each other in a circle
     */
    public Catalogue(List<Rule<S>> rules) {
        this.rules = List.copyOf(rules);
        for (var rule : rules) {
            if (positions.put(rule.id(), positions.size()) != null) {
                throw new IllegalArgumentException("Two rules are called %s".formatted(rule.id()));
            }
        }
        this.prerequisites = rules.stream()
                .map(rule -> rule.prerequisites().stream()
                        .map(positions::get)
                        .filter(Objects::nonNull) // judged elsewhere: an account alone has no policy to hold
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
        for (var topic : Topic.values()) {
            byTopic.put(
                    topic,
                    IntStream.range(0, rules.size())
                            .filter(position -> rules.get(position).topic() == topic)
                            .toArray());
        }
        requireOrder();
    }

    public List<Rule<S>> rules() {
        return rules;
    }

    public Optional<Rule<S>> find(RuleId id) {
        return Optional.ofNullable(positions.get(id)).map(rules::get);
    }

    /** What the rules say of a subject; each is asked when somebody wants to know. */
    public Report<S> judge(S subject, JudgementMode mode) {
        return new Report<>(subject, mode, new Findings<>(this, subject, mode));
    }

    /** Where the rule stands; -1 where there is none. */
    int position(RuleId id) {
        return positions.getOrDefault(id, -1);
    }

    /** Where the rules about a topic stand, in their order. */
    int[] positions(Topic topic) {
        return byTopic.getOrDefault(topic, NONE);
    }

    /** Where the rules stand that have to hold for the one there. */
    int[] prerequisites(int position) {
        return prerequisites[position];
    }

    /** Fails where prerequisites cannot come before what needs them. */
    private void requireOrder() {
        var placed = new LinkedHashSet<Integer>();
        while (placed.size() < rules.size()) {
            var ready = IntStream.range(0, rules.size())
                    .filter(position -> !placed.contains(position))
                    .filter(position -> Arrays.stream(prerequisites[position]).allMatch(placed::contains))
                    .boxed()
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException("Rules need each other in a circle: %s"
                        .formatted(IntStream.range(0, rules.size())
                                .filter(position -> !placed.contains(position))
                                .mapToObj(position -> rules.get(position).id())
                                .toList()));
            }
            placed.addAll(ready);
        }
    }
}
