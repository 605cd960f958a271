package dev.linekeeper.core.fixes;

import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import java.util.List;
import java.util.Optional;

/** What the policy an account lacks could dial: what its country dials, for Direct Routing with each usage there is. */
record EmergencyRoutingChoices(AccountCase account, PolicyName name, TelephoneNumber number) {
    Fact<List<FixChoice>> all() {
        return dialled()
                .with(
                        usages(),
                        (digits, usages) -> usages.stream()
                                .map(usage -> choice(digits, usage))
                                .toList());
    }

    private Fact<List<String>> dialled() {
        return account.tenantCase()
                .country(number)
                .flatMap(country -> country.flatMap(PublishedData::emergencyNumbers)
                        .map(digits -> account.tenantCase().country(number).map(_ -> digits))
                        .orElseGet(() -> Fact.missing("there is no table of the emergency numbers of its country")));
    }

    private Fact<List<Optional<String>>> usages() {
        return number.type() == NumberType.DIRECT_ROUTING
                ? account.tenantCase()
                        .tenant()
                        .pstnUsages()
                        .map(all -> all.read().stream().map(Optional::of).toList())
                : account.number().map(_ -> List.of(Optional.empty()));
    }

    private FixChoice choice(List<String> digits, Optional<String> usage) {
        var numbers = digits.stream()
                .map(each -> new EmergencyNumber(each, "", usage))
                .toList();
        String called = usage.orElse(name.value());
        return new FixChoice(
                called, called, new EmergencyRoutingPolicy(account.id(), name, Optional.empty(), Optional.of(numbers)));
    }
}
