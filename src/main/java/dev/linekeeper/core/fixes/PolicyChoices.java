package dev.linekeeper.core.fixes;

import dev.linekeeper.core.fixes.policies.NeededCallerId;
import dev.linekeeper.core.fixes.policies.NeededCalling;
import dev.linekeeper.core.fixes.policies.WrittenPolicy;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.CallingLineIdentity;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingSwitches;
import dev.linekeeper.core.tenant.groundwork.ShownNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What policies that people of an account have could say instead: those that are amiss, or the one that is written. */
record PolicyChoices(AccountCase account, Optional<String> written) {
    /** The account's number, or people's own, which is the account's for who calls by Shared Calling. */
    Fact<List<FixChoice>> callerIds() {
        return new NeededCallerId(account)
                .wrong(written)
                .map(wrong -> wrong.stream()
                        .flatMap(policy -> Stream.of(
                                choice(policy, ShownNumber.of(account.id())), choice(policy, ShownNumber.OWN)))
                        .toList());
    }

    private FixChoice choice(CallingLineIdentity policy, ShownNumber shown) {
        var fix = new CallerIdPolicy(
                account.id(), policy.name(), Optional.of(ShownNumber.of(policy)), Optional.of(shown));
        String said = new FixWords(account.tenantCase().tenant()).of(fix, fix.after());
        return new FixChoice(policy.name() + WrittenPolicy.CHOSEN + said, fix);
    }

    Fact<List<FixChoice>> callings() {
        var needed = new NeededCalling(account);
        return needed.wrong(written)
                .map(wrong -> wrong.stream()
                        .map(policy -> new FixChoice(
                                policy.name().value(),
                                new CallingPolicy(
                                        account.id(),
                                        policy.name(),
                                        Optional.of(CallingSwitches.of(policy)),
                                        Optional.of(needed.needed(policy)))))
                        .toList());
    }
}
