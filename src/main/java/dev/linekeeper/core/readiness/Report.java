package dev.linekeeper.core.readiness;

import java.util.List;

/**
 * Everything the rules say about one subject: every rule once, in the order of the catalogue.
 *
 * @param subject what was judged
 */
public record Report<S>(S subject, Mode mode, List<Finding<S>> findings) {
    public Report {
        findings = List.copyOf(findings);
    }

    /** Fail before not verified before warnings; what tells or asks a human does not count (domain.md §3.1). */
    public Overall overall() {
        var unknown = false;
        var warned = false;
        for (var finding : findings) {
            switch (finding.verdict()) {
                case Verdict.Fail _ -> {
                    if (!finding.willBeFixed()) {
                        return mode == Mode.PLAN ? Overall.BLOCKED : Overall.NOT_READY;
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

    public List<Finding<S>> with(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).toList();
    }

    /**
     * What a rule says, by its id such as {@code RES-10}.
     *
     * @throws IllegalArgumentException when the report has no such rule
     */
    public Finding<S> finding(String ruleId) {
        for (var finding : findings) {
            if (finding.rule().id().value().equals(ruleId)) {
                return finding;
            }
        }
        throw new IllegalArgumentException("No rule %s in this report".formatted(ruleId));
    }

    /** Like {@link #finding}, the verdict alone. */
    public Verdict verdict(String ruleId) {
        return finding(ruleId).verdict();
    }

    public Outcome outcome(String ruleId) {
        return verdict(ruleId).outcome();
    }
}
