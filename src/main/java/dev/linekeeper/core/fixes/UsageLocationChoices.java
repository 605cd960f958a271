package dev.linekeeper.core.fixes;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.groundwork.UsageLocationOfAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The countries an account serves: that of its number, and those of the callback numbers of its policies. */
record UsageLocationChoices(AccountCase account, ResourceAccount named) {
    /** None where nothing tells a country; missing where one of the numbers could not be read, as it may have another. */
    Fact<List<FixChoice>> all() {
        var tenant = account.tenantCase().tenant();
        return tenant.sharedCalling()
                .flatMap(policies -> countries(policies.stream()
                        .filter(policy -> policy.resourceAccount().equals(Optional.of(account.id())))
                        .flatMap(policy -> policy.emergencyNumbers().stream())
                        .toList()))
                .map(countries -> countries.stream().map(this::choice).toList());
    }

    private Fact<Set<Country>> countries(List<PhoneNumber> callbackNumbers) {
        var tenant = account.tenantCase();
        Fact<Set<Country>> all = account.country().map(one -> and(Set.of(), one));
        for (var number : callbackNumbers) {
            all = all.with(
                    Fact.flatMapPresent(tenant.tenant().number(number), tenant::country), UsageLocationChoices::and);
        }
        return all;
    }

    private static Set<Country> and(Set<Country> some, Optional<Country> one) {
        return Stream.concat(some.stream(), one.stream()).collect(Collectors.toSet());
    }

    private FixChoice choice(Country country) {
        String code = country.iso();
        var fix = new UsageLocationOfAccount(
                named.id(), named.userPrincipalName(), Optional.empty(), Optional.of(country));
        return new FixChoice(code, fix);
    }
}
