package dev.linekeeper.core.fixes.policies;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy.Calling;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.groundwork.CallingSwitches;
import java.util.List;
import java.util.Optional;

/** The calling policies with which people of an account cannot call (rules USR-14 and CAL-01). */
public record NeededCalling(AccountCase account) {
    /** Those that forbid it, as far as they could be read; of the policy that is written, where one is. */
    public Fact<List<Calling>> wrong(Optional<String> written) {
        return account.tenantCase()
                .tenant()
                .policies(PolicyKind.CALLING)
                .map(all -> WrittenPolicy.of(written, all.values(), Calling.class)
                        .filter(policy -> !CallingSwitches.of(policy).equals(needed(policy)))
                        .toList());
    }

    /** Calls of Direct Routing may well have to leave by a local gateway. */
    public CallingSwitches needed(Calling policy) {
        var now = CallingSwitches.of(policy);
        boolean elsewhere = Fact.present(account.number())
                .filter(number -> number.type() != NumberType.DIRECT_ROUTING)
                .isPresent();
        return new CallingSwitches(
                now.privateCalling().map(_ -> true),
                elsewhere ? now.preventTollBypass().map(_ -> false) : now.preventTollBypass());
    }
}
