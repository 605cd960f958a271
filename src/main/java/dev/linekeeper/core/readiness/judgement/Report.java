package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Explanation;
import java.util.List;
import java.util.function.Predicate;

/**
 * Everything the rules say about one subject: every rule once, in the order of the catalogue, judged
 * when it is asked for.
 *
 * @param subject what was judged
 */
public record Report<S>(S subject, JudgementMode mode, Findings<S> findings) {
    /** Fail before not verified before warnings; what tells or asks a human does not count. */
    public Overall overall() {
        return overall(_ -> false);
    }

    /**
     * The same where some failures are accepted: they count as warnings here, and say what they say.
     *
     * @param accepted whether somebody answers for a failing rule
     */
    public Overall overall(Predicate<Finding<S>> accepted) {
        var unknown = false;
        var warned = false;
        for (var finding : findings) {
            switch (finding.verdict()) {
                case Verdict.Fail _ -> {
                    if (!finding.willBeFixed()) {
                        if (!accepted.test(finding)) {
                            return mode == JudgementMode.PLAN ? Overall.BLOCKED : Overall.NOT_READY;
                        }
                        warned = true;
                    }
                }
                case Verdict.Unknown _ -> unknown |= finding.rule().mayFail();
                case Verdict.Warn _ -> warned = true;
                case Verdict.Pass _, Verdict.Manual _, Verdict.Info _, Verdict.NotApplicable _ -> {}
            }
        }
        if (unknown) {
            return Overall.NOT_VERIFIED;
        }
        return switch (mode) {
            case AUDIT -> warned ? Overall.READY_WITH_WARNINGS : Overall.READY;
            case PLAN -> warned ? Overall.CAN_ENROL_WITH_WARNINGS : Overall.CAN_ENROL;
        };
    }

    /** The findings with that outcome, in the order of the catalogue. */
    public List<Finding<S>> with(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).toList();
    }

    /** The ids of the rules that fail and that nothing planned would mend, in the order of the catalogue. */
    public List<String> blocking() {
        return with(Outcome.FAIL).stream()
                .filter(finding -> !finding.willBeFixed())
                .map(finding -> finding.rule().id().value())
                .toList();
    }

    /** What the rules about one of these topics say. */
    public List<Finding<S>> about(Topic... topics) {
        return findings.about(topics);
    }

    /**
     * What a rule says, whatever subject its constant is about.
     *
     * @throws IllegalArgumentException when the report has no such rule
     */
    public Finding<S> finding(Rule<?> rule) {
        return findings.find(rule.id())
                .orElseThrow(() -> new IllegalArgumentException("No rule %s in this report".formatted(rule.id())));
    }

    /** Like {@link #finding}, the verdict alone. */
    public Verdict verdict(Rule<?> rule) {
        return finding(rule).verdict();
    }

    /** Like {@link #finding}, the outcome alone. */
    public Outcome outcome(Rule<?> rule) {
        return verdict(rule).outcome();
    }

    /**
     * Why a rule does more than pass, as a sentence in the reader's language.
     *
     * @throws java.util.NoSuchElementException when it passes
     */
    public Explanation because(Rule<?> rule) {
        return finding(rule).explanation().orElseThrow();
    }
}
