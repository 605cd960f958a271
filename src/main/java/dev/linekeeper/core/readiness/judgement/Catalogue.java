package dev.linekeeper.core.readiness.judgement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rules for one kind of subject, in the order in which they are shown. All of them are judged, so all gaps are seen
 * at once; a rule whose prerequisite does not hold does not apply.
 */
public final class Catalogue<S> {
    private final List<Rule<S>> rules;
    /** Positions in {@link #rules}, prerequisites before what needs them. */
    private final int[] order;

    private final int[][] prerequisites;

    /**
     * Puts rules together.
     *
     * @throws IllegalArgumentException when two rules share an id, or rules need each other in a circle
     */
    public Catalogue(List<Rule<S>> rules) {
        this.rules = List.copyOf(rules);
        var positions = new HashMap<RuleId, Integer>();
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
        this.order = dependencyOrder();
    }

    public List<Rule<S>> rules() {
        return rules;
    }

    public Optional<Rule<S>> find(RuleId id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    public Report<S> judge(S subject, JudgementMode mode) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic record, filled and listed here only
        Finding<S>[] findings = new Finding[rules.size()];
        for (var position : order) {
            findings[position] = judge(rules.get(position), unmet(position, findings), subject, mode);
        }
        return new Report<>(subject, mode, Arrays.asList(findings));
    }

    private static <S> Finding<S> judge(Rule<S> rule, @Nullable Rule<S> unmet, S subject, JudgementMode mode) {
        if (unmet != null) {
            return new Finding<>(rule, Verdicts.unmet(unmet));
        }
        var verdict = rule.check().apply(subject);
        if (mode == JudgementMode.PLAN
                && verdict instanceof Verdict.Fail fail
                && rule.remedy() instanceof Remedy.Automatic(var change, var stuck)) {
            return change.apply(subject)
                    .map(needed -> needed.fold(
                            it -> new Finding<>(rule, verdict, Optional.of(it)),
                            why -> new Finding<>(rule, Verdicts.unknown(why))))
                    .orElseGet(() -> new Finding<>(rule, stuck.apply(subject, fail)));
        }
        return new Finding<>(rule, verdict);
    }

    /** The first prerequisite that does not hold. One that will be made to hold does, one that is not known might. */
    private @Nullable Rule<S> unmet(int position, Finding<S>[] findings) {
        for (var needed : prerequisites[position]) {
            var finding = findings[needed];
            var holds = switch (finding.verdict()) {
                case Verdict.Fail _ -> finding.willBeFixed();
                case Verdict.NotApplicable _ -> false;
                case Verdict.Pass _, Verdict.Warn _, Verdict.Manual _, Verdict.Info _, Verdict.Unknown _ -> true;
            };
            if (!holds) {
                return finding.rule();
            }
        }
        return null;
    }

    private int[] dependencyOrder() {
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
        return placed.stream().mapToInt(Integer::intValue).toArray();
    }
}
