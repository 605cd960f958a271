package dev.linekeeper.core.override;

import dev.linekeeper.core.override.GapSought.CannotPassOver;
import dev.linekeeper.core.override.GapSought.GapFound;
import dev.linekeeper.core.override.GapSought.GapNotRead;
import dev.linekeeper.core.override.GapSought.NothingBlocks;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is wrong with somebody's emergency calls under a Shared Calling policy, as it was when it was looked at.
 *
 * @param lines the rules that fail and that no plan mends, in the order of the catalogue; at least one
 */
public record EmergencyGap(PolicyName policy, List<GapLine> lines) {
    private static final String PREREQUISITE = "readiness.na.prerequisite";

    public EmergencyGap {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A gap without a rule is none");
        }
    }

    /** What keeps the person of a report in plan mode from being enrolled under {@code policy}. */
    public static GapSought sought(PolicyName policy, Report<PersonCase> plan) {
        var unread = ids(plan, Outcome.UNKNOWN, finding -> finding.rule().mayFail());
        if (!unread.isEmpty()) {
            return new GapNotRead(unread);
        }
        var others =
                ids(plan, Outcome.FAIL, finding -> !finding.willBeFixed() && !OverridableRules.contain(finding.rule()));
        if (!others.isEmpty()) {
            return new CannotPassOver(others);
        }
        var lines = plan.with(Outcome.FAIL).stream()
                .filter(finding -> !finding.willBeFixed())
                .map(GapLine::of)
                .toList();
        return lines.isEmpty() ? new NothingBlocks() : new GapFound(new EmergencyGap(policy, lines));
    }

    private static List<String> ids(Report<PersonCase> report, Outcome outcome, Predicate<Finding<PersonCase>> which) {
        return report.with(outcome).stream()
                .filter(which)
                .map(finding -> finding.rule().id().value())
                .toList();
    }

    /** Whether it is this failure, word for word, that was looked at. */
    public boolean covers(Finding<PersonCase> failing) {
        if (!(failing.verdict() instanceof Verdict.Fail) || !OverridableRules.contain(failing.rule())) {
            return false;
        }
        var now = GapLine.of(failing);
        return lines.stream().anyMatch(now::isSame);
    }

    /** Whether a report shows each of its rules to hold. One that was not read, or waits for another rule, does not. */
    public boolean isGone(Report<PersonCase> report) {
        return report.findings().stream()
                .filter(finding -> rules().contains(finding.rule().id().value()))
                .allMatch(EmergencyGap::holds);
    }

    private static boolean holds(Finding<PersonCase> finding) {
        return switch (finding.verdict()) {
            case Verdict.Pass _, Verdict.Warn _, Verdict.Info _, Verdict.Manual _ -> true;
            case Verdict.NotApplicable(var because) -> !because.key().equals(PREREQUISITE);
            case Verdict.Fail _, Verdict.Unknown _ -> false;
        };
    }

    /** The ids of its rules, such as {@code EMG-01}. */
    public List<String> rules() {
        return lines.stream().map(GapLine::rule).toList();
    }
}
