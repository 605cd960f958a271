package dev.linekeeper.core.fixes;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.PolicyFix;
import java.util.List;
import java.util.Set;

/**
 * An account judged as a fix would leave it.
 *
 * @param then what the rules say of the account afterwards
 * @param amiss what of the rules the fix is for does not hold then, unread facts included
 */
record FixJudgement(Report<AccountCase> then, List<? extends Finding<?>> amiss) {
    private static final Set<Outcome> WELL = Set.of(Outcome.PASS, Outcome.INFO, Outcome.NA);

    static FixJudgement of(Fix<?> fix, Tenant tenant, JudgementSettings settings) {
        var made = fix.madeIn(tenant);
        var then = Readiness.account(fix.account(), made, settings);
        return fix instanceof PolicyFix<?> it
                ? new FixJudgement(then, amiss(fix, SomebodyUnder.judged(it, made, settings), WELL))
                : of(fix, then);
    }

    static FixJudgement of(Fix<?> fix, Report<AccountCase> then) {
        return new FixJudgement(then, amiss(fix, then, Set.of(Outcome.PASS)));
    }

    private static <S> List<Finding<S>> amiss(Fix<?> fix, Report<S> then, Set<Outcome> well) {
        return Fixable.of(fix).rules().stream()
                .map(then::finding)
                .filter(finding -> !well.contains(finding.outcome()))
                .toList();
    }

    boolean isWell() {
        return amiss.isEmpty();
    }

    boolean isUnread() {
        return amiss.stream().anyMatch(finding -> finding.outcome() == Outcome.UNKNOWN);
    }
}
