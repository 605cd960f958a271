package dev.linekeeper.core.fixes;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** What keeps an account from a number, whatever rules say of it. */
record AccountNumberObstacle(AccountCase account) {
    /** Empty where it can be had; missing where that was not read. */
    Fact<Optional<Explanation>> to(PhoneNumber number) {
        var tenant = account.tenantCase().tenant();
        return tenant.number(number)
                .with(
                        callbackOf(number, tenant),
                        (listed, callbacks) -> listed.map(it -> to(it, callbacks))
                                .orElseGet(() -> Optional.of(Explanation.of("fix.number.none", number))));
    }

    private Optional<Explanation> to(TelephoneNumber entry, List<PolicyName> callbacks) {
        PhoneNumber number = entry.number();
        return entry.status() != NumberStatus.UNASSIGNED
                ? Optional.of(Explanation.of("fix.number.taken", number))
                : callbacks.stream()
                        .findFirst()
                        .map(policy -> Explanation.of("fix.number.callback", number, policy))
                        .or(() -> Fact.present(account.tenantCase().country(entry))
                                .flatMap(of -> usageLocation()
                                        .filter(in -> !in.equals(of))
                                        .map(in -> Explanation.of(
                                                "fix.number.country", number, of, account.displayName(), in))));
    }

    private Optional<Country> usageLocation() {
        return Fact.present(Fact.flatMapPresent(account.account(), ResourceAccount::usageLocation));
    }

    static Fact<List<PolicyName>> callbackOf(PhoneNumber number, Tenant tenant) {
        return tenant.sharedCalling()
                .map(all -> all.stream()
                        .filter(policy -> policy.emergencyNumbers().contains(number))
                        .map(SharedCalling::name)
                        .toList());
    }
}
