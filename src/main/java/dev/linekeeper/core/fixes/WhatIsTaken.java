package dev.linekeeper.core.fixes;

import dev.linekeeper.core.enrolment.PlanResult.OfPolicy;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import java.util.Optional;
import java.util.function.Function;

/** Whether somebody else has what a fix takes or changes, or is to have it by then: a number, a name, a policy. */
record WhatIsTaken(Fix<?> fix, Function<Fix<?>, Optional<Explanation>> claims) {
    /** Empty where it can be had. */
    Optional<OfPolicy> refusal(AccountCase account) {
        return (switch (fix) {
                    case NumberOfAccount it -> number(it, account);
                    case CallerIdPolicy it -> ofAccounts(it, account);
                    case NewAccount it
                    when it.before().isPresent() ->
                        Optional.of(refused(Explanation.of("fix.account.other", it.userPrincipalName())));
                    default -> Optional.<OfPolicy>empty();
                })
                .or(() -> claims.apply(fix).map(this::refused));
    }

    private Optional<OfPolicy> number(NumberOfAccount wanted, AccountCase account) {
        return wanted.after()
                .flatMap(number -> new AccountNumberObstacle(account)
                        .to(number)
                        .fold(found -> found.map(this::refused), why -> Optional.of(FixRefusals.notRead(fix, why))));
    }

    /** What an account shows is what everybody shows who calls by it. */
    private Optional<OfPolicy> ofAccounts(CallerIdPolicy policy, AccountCase account) {
        return account.tenantCase()
                .tenant()
                .resourceAccounts()
                .fold(
                        all -> all.values().stream()
                                .flatMap(one -> shows(policy, one).stream())
                                .findFirst(),
                        why -> Optional.of(FixRefusals.notRead(fix, why)));
    }

    private Optional<OfPolicy> shows(CallerIdPolicy policy, ResourceAccount account) {
        return account.policy(PolicyKind.CALLING_LINE_IDENTITY)
                .<Optional<OfPolicy>>fold(
                        has -> has.policy().equals(policy.name())
                                ? Optional.of(refused(Explanation.of(
                                        "fix.caller-id.of-account", policy.name(), account.userPrincipalName())))
                                : Optional.empty(),
                        why -> Optional.of(FixRefusals.notRead(fix, why)));
    }

    private OfPolicy refused(Explanation why) {
        return FixRefusals.refused(fix, PolicyObstacle.UNAVAILABLE, why);
    }
}
