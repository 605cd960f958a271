package dev.linekeeper.core.fixes;

import dev.linekeeper.core.fixes.policies.SomebodyUnder;
import dev.linekeeper.core.readiness.AccountRules;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.SharedNumberRules;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import dev.linekeeper.core.tenant.groundwork.PolicyFix;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
        return fix instanceof NumberOfAccount it
                ? new FixJudgement(
                        then,
                        Stream.concat(needed(it, then), amiss(fix, then, WELL).stream())
                                .toList())
                : new FixJudgement(then, amiss(fix, then, Set.of(Outcome.PASS)));
    }

    private static <S> List<Finding<S>> amiss(Fix<?> fix, Report<S> then, Set<Outcome> well) {
        return Fixable.of(fix).rules().stream()
                .map(then::finding)
                .filter(finding -> !well.contains(finding.outcome()))
                .toList();
    }

    /** What Teams assigns no number without: the licence of the account, and the place of a Calling Plan number. */
    private static Stream<Finding<AccountCase>> needed(NumberOfAccount fix, Report<AccountCase> then) {
        return Stream.concat(
                        Stream.of(then.finding(AccountRules.LICENSED))
                                .filter(licence -> licence.outcome() != Outcome.WARN),
                        Stream.of(SharedNumberRules.LOCATION, SharedNumberRules.ADDRESS)
                                .filter(_ -> fix.type() == NumberType.CALLING_PLAN)
                                .map(then::finding))
                .filter(finding -> finding.outcome() != Outcome.PASS);
    }

    boolean isWell() {
        return amiss.isEmpty();
    }

    boolean isUnread() {
        return amiss.stream().anyMatch(finding -> finding.outcome() == Outcome.UNKNOWN);
    }
}
