package dev.linekeeper.core.fixes;

import dev.linekeeper.core.fixes.policies.NeededEmergencyRouting;
import dev.linekeeper.core.fixes.policies.NeededNumbers;
import dev.linekeeper.core.fixes.policies.RightedNumbers;
import dev.linekeeper.core.fixes.policies.WrittenPolicy;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import java.util.List;
import java.util.Optional;

/** What a policy of an account's people could dial: what its country dials besides, for Direct Routing with each usage there is. */
record EmergencyRoutingChoices(AccountCase account, PolicyName name, TelephoneNumber number) {
    /** One, or for each usage one where that has to be chosen. */
    Fact<List<FixChoice>> all() {
        var needed = new NeededNumbers(account, name, number);
        return needed.righted()
                .flatMap(numbers -> numbers.takeUsage()
                        ? usages().map(all -> all.stream()
                                .map(usage -> choice(numbers, usage))
                                .toList())
                        : needed.righted().map(it -> List.of(choice(it, Optional.empty()))));
    }

    private Fact<List<Optional<String>>> usages() {
        return account.tenantCase()
                .tenant()
                .pstnUsages()
                .map(all -> all.read().stream().map(Optional::of).toList());
    }

    private FixChoice choice(RightedNumbers numbers, Optional<String> usage) {
        boolean usual = Fact.present(new NeededEmergencyRouting(account).namedBySettings())
                .filter(name::equals)
                .isPresent();
        String called =
                usage.map(it -> usual ? it : name + WrittenPolicy.CHOSEN + it).orElse(name.value());
        return new FixChoice(
                called,
                new EmergencyRoutingPolicy(
                        account.id(),
                        name,
                        Fact.present(new NeededNumbers(account, name, number).now()),
                        Optional.of(numbers.with(usage))));
    }
}
