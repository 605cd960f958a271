package dev.linekeeper.core.site;

import dev.linekeeper.core.fixes.FreeAccountNumber;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What could be chosen for a site; nothing of it is, until somebody says so. */
public record SiteCandidates(SiteName name, Tenant tenant) {
    static SiteCandidates of(SiteCase site) {
        return new SiteCandidates(site.name(), site.tenant());
    }

    /** The accounts that have the site's name in their own, by name; missing when the accounts were not read. */
    public Fact<List<ResourceAccount>> accounts() {
        return tenant.resourceAccounts().map(all -> named(AnyCase.unaccented(name.value()), all.values()));
    }

    /** Those of exactly that id, name or sign-in name, whole or up to the at sign; else those that have it in one of the names. */
    public static List<ResourceAccount> called(String written, Collection<ResourceAccount> all) {
        var wanted = AnyCase.folded(written);
        var exactly = all.stream()
                .filter(account -> Stream.of(
                                account.id().value(),
                                account.displayName(),
                                account.userPrincipalName(),
                                account.userPrincipalName().replaceFirst("@.*", ""))
                        .anyMatch(name -> AnyCase.same(name, wanted)))
                .toList();
        return exactly.isEmpty() ? named(AnyCase.unaccented(written), all) : exactly;
    }

    /** An account that was chosen by the name it was to get, by its id once it is there. */
    static UserId there(UserId chosen, Tenant tenant) {
        return tenant.resourceAccounts().known().stream()
                .flatMap(all -> all.values().stream())
                .filter(account -> AnyCase.same(account.userPrincipalName(), chosen.value()))
                .map(ResourceAccount::id)
                .findFirst()
                .orElse(chosen);
    }

    private static List<ResourceAccount> named(String wanted, Collection<ResourceAccount> all) {
        return all.stream()
                .filter(account -> AnyCase.unaccented(account.displayName()).contains(wanted)
                        || AnyCase.unaccented(account.userPrincipalName()).contains(wanted))
                .sorted(Comparator.comparing(ResourceAccount::displayName))
                .toList();
    }

    /** Free numbers that an account can have, of that type and country where those are chosen, in their order. */
    public List<TelephoneNumber> numbers(Optional<NumberType> type, Optional<Country> country) {
        return all().filter(number -> FreeAccountNumber.isFree(number, tenant))
                .filter(number -> type.isEmpty() || type.get() == number.type())
                .filter(number -> Fact.present(number.country())
                        .flatMap(of -> country.map(of::equals))
                        .orElse(true))
                .sorted(Comparator.comparing(TelephoneNumber::number))
                .toList();
    }

    /** The places of that country where one is chosen, by their names. */
    public List<EmergencyLocation> places(Optional<Country> country) {
        return EmergencyLocation.in(
                country, tenant.locations().known().orElse(Map.of()).values());
    }

    /** The countries of the tenant's numbers and places. */
    public List<Country> countries() {
        return Stream.concat(
                        all().flatMap(number -> Fact.present(number.country()).stream()),
                        places(Optional.empty()).stream().flatMap(place -> place.country().stream()))
                .distinct()
                .sorted(Comparator.comparing(Country::iso))
                .toList();
    }

    private Stream<TelephoneNumber> all() {
        return tenant.numbers().known().orElse(Map.of()).values().stream();
    }
}
