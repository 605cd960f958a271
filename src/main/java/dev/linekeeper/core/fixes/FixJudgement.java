package dev.linekeeper.core.fixes;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.Fix;
import java.util.List;

/**
 * An account judged as a fix would leave it.
 *
 * @param then what the rules say of it afterwards
 * @param amiss what of the rules the fix is for does not hold then, unread facts included
 */
record FixJudgement(Report<AccountCase> then, List<Finding<AccountCase>> amiss) {
    static FixJudgement of(Fix<?> fix, Tenant tenant, JudgementSettings settings) {
        return of(fix, Readiness.account(fix.account(), fix.madeIn(tenant), settings));
    }

    static FixJudgement of(Fix<?> fix, Report<AccountCase> then) {
        return new FixJudgement(
                then,
                Fixable.of(fix).rules().stream()
                        .map(then::finding)
                        .filter(finding -> finding.outcome() != Outcome.PASS)
                        .toList());
    }

    boolean isWell() {
        return amiss.isEmpty();
    }

    boolean isUnread() {
        return amiss.stream().anyMatch(finding -> finding.outcome() == Outcome.UNKNOWN);
    }
}
