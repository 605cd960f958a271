package dev.linekeeper.core.fixes.policies;

import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.List;
import java.util.Optional;

/** What an emergency call routing policy dials, and has to for the number of an account. */
public record NeededNumbers(AccountCase account, PolicyName name, TelephoneNumber number) {
    /** What it dials now, and has to. */
    public Fact<RightedNumbers> righted() {
        return dialled()
                .flatMap(digits -> now().flatMap(numbers -> existing(numbers.orElse(List.of()))
                        .map(usages -> new RightedNumbers(numbers.orElse(List.of()), digits, number.type(), usages))));
    }

    /** What it dials; empty where there is no such policy. */
    public Fact<Optional<List<EmergencyNumber>>> now() {
        return account.tenantCase()
                .tenant()
                .policy(name, EmergencyCallRouting.class)
                .map(found -> found.map(EmergencyCallRouting::numbers));
    }

    private Fact<List<String>> existing(List<EmergencyNumber> numbers) {
        var named = numbers.stream().flatMap(it -> it.usage().stream()).toList();
        return number.type() == NumberType.DIRECT_ROUTING
                ? account.tenantCase().tenant().existingUsages(named)
                : account.number().map(_ -> List.of());
    }

    private Fact<List<String>> dialled() {
        return account.tenantCase()
                .country(number)
                .flatMap(country -> country.flatMap(PublishedData::emergencyNumbers)
                        .map(digits -> account.tenantCase().country(number).map(_ -> digits))
                        .orElseGet(() -> Fact.missing("there is no table of the emergency numbers of its country")));
    }
}
