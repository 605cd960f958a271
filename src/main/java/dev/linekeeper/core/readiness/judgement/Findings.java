package dev.linekeeper.core.readiness.judgement;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every rule of a catalogue says of one subject, in the order of the catalogue. A rule is judged, after those it needs,
 * when its finding is first asked for: most questions want a few of them. Unmodifiable, and safe for many threads: two of
 * them may judge the same, to the same end.
 */
public final class Findings<S> extends AbstractList<Finding<S>> implements RandomAccess {
    private final Catalogue<S> catalogue;
    private final S subject;
    private final JudgementMode mode;
    private final @Nullable Finding<S>[] findings;

    Findings(Catalogue<S> catalogue, S subject, JudgementMode mode) {
        this.catalogue = catalogue;
        this.subject = subject;
        this.mode = mode;
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic record, filled and read here only
        @Nullable
        Finding<S>[] none = new Finding[catalogue.rules().size()];
        this.findings = none;
    }

    @Override
    public Finding<S> get(int position) {
        var known = findings[position];
        if (known != null) {
            return known;
        }
        var judged = judge(catalogue.rules().get(position), unmet(position));
        findings[position] = judged;
        return judged;
    }

    @Override
    public int size() {
        return findings.length;
    }

    /** What the rule of that id says; empty when the catalogue has none. */
    public Optional<Finding<S>> find(RuleId id) {
        var position = catalogue.position(id);
        return position < 0 ? Optional.empty() : Optional.of(get(position));
    }

    /** What the rules about one of the topics say. */
    List<Finding<S>> about(Topic... topics) {
        return Stream.of(topics)
                .flatMapToInt(topic -> Arrays.stream(catalogue.positions(topic)))
                .sorted()
                .mapToObj(this::get)
                .toList();
    }

    /** The first of these rules, in the order of the catalogue, with that outcome; those it does not have are none. */
    public Optional<Finding<S>> first(Outcome outcome, List<? extends Rule<?>> rules) {
        var wanted = new int[rules.size()];
        for (var rule = 0; rule < wanted.length; rule++) {
            wanted[rule] = catalogue.position(rules.get(rule).id());
        }
        Arrays.sort(wanted);
        for (var position : wanted) {
            if (position >= 0 && get(position).outcome() == outcome) {
                return Optional.of(get(position));
            }
        }
        return Optional.empty();
    }

    /** How many rules were judged. */
    public int judged() {
        return (int) Arrays.stream(findings).filter(finding -> finding != null).count();
    }

    private Finding<S> judge(Rule<S> rule, @Nullable Rule<S> unmet) {
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
    private @Nullable Rule<S> unmet(int position) {
        for (var needed : catalogue.prerequisites(position)) {
            var finding = get(needed);
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
}
