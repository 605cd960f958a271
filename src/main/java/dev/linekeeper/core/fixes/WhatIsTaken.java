package dev.linekeeper.core.fixes;

import dev.linekeeper.core.enrolment.PlanResult.OfPolicy;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import java.util.Optional;
import java.util.function.Function;

/** Whether somebody else has the number or the name that a fix takes, or is to have it by then. */
record WhatIsTaken(Fix<?> fix, Function<Fix<?>, Optional<Explanation>> claims) {
    /** Empty where it can be had. */
    Optional<OfPolicy> refusal(AccountCase account) {
        return (switch (fix) {
                    case NumberOfAccount it -> number(it, account);
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

    private OfPolicy refused(Explanation why) {
        return FixRefusals.refused(fix, PolicyObstacle.UNAVAILABLE, why);
    }
}
