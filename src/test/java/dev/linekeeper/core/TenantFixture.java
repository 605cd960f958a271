package dev.linekeeper.core;

import static dev.linekeeper.core.ContosoFixture.known;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.VoiceRoute;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A tenant put together piece by piece. A part set to missing stays missing. */
public final class TenantFixture {
    private final Map<PolicyKind, Map<PolicyName, Policy>> policies = new EnumMap<>(PolicyKind.class);
    private final Map<PhoneNumber, TelephoneNumber> numbers = new HashMap<>();
    private final Map<UserId, ResourceAccount> accounts = new HashMap<>();
    private final Map<String, AutoAttendant> attendants = new HashMap<>();
    private final Map<LocationId, EmergencyLocation> locations = new HashMap<>();
    private final Set<PolicyKind> unreadableKinds = new HashSet<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Map<String, List<String>> unread = new HashMap<>();
    private Fact<Cloud> cloud = known(Cloud.WORLDWIDE);
    private Fact<Set<String>> usages = known(Set.of());
    private Fact<List<VoiceRoute>> routes = known(List.of());
    private Fact<List<NetworkSite>> sites = known(List.of());
    private Fact<Integer> freeLicences = known(5);
    private Fact<Optional<String>> module = known(Optional.of("7.5.0"));

    public TenantFixture() {
        for (var kind : PolicyKind.values()) {
            policies.put(kind, new HashMap<>());
        }
    }

    public TenantFixture policy(Policy policy) {
        policies.get(policy.kind()).put(policy.name(), policy);
        return this;
    }

    public TenantFixture withoutPolicy(PolicyKind kind, String name) {
        policies.get(kind).remove(new PolicyName(name));
        return this;
    }

    public TenantFixture number(TelephoneNumber number) {
        numbers.put(number.number(), number);
        return this;
    }

    public TenantFixture number(String number, UnaryOperator<NumberFixture> change) {
        var key = PhoneNumber.of(number);
        return number(change.apply(new NumberFixture(numbers.get(key))).build());
    }

    public TenantFixture withoutNumber(String number) {
        numbers.remove(PhoneNumber.of(number));
        return this;
    }

    public TenantFixture account(ResourceAccount account) {
        accounts.put(account.id(), account);
        return this;
    }

    public TenantFixture account(String id, UnaryOperator<AccountFixture> change) {
        return account(
                change.apply(new AccountFixture(accounts.get(new UserId(id)))).build());
    }

    public TenantFixture withoutAccount(String id) {
        accounts.remove(new UserId(id));
        return this;
    }

    public TenantFixture attendant(AutoAttendant attendant) {
        attendants.put(attendant.id(), attendant);
        return this;
    }

    public TenantFixture withoutAttendant(String id) {
        attendants.remove(id);
        return this;
    }

    public TenantFixture location(EmergencyLocation location) {
        locations.put(location.id(), location);
        return this;
    }

    public TenantFixture withoutLocation(String id) {
        locations.remove(new LocationId(id));
        return this;
    }

    public TenantFixture cloud(Fact<Cloud> fact) {
        cloud = fact;
        return this;
    }

    public TenantFixture usages(Fact<Set<String>> fact) {
        usages = fact;
        return this;
    }

    public TenantFixture routes(Fact<List<VoiceRoute>> fact) {
        routes = fact;
        return this;
    }

    public TenantFixture sites(Fact<List<NetworkSite>> fact) {
        sites = fact;
        return this;
    }

    public TenantFixture freeLicences(Fact<Integer> fact) {
        freeLicences = fact;
        return this;
    }

    public TenantFixture module(Fact<Optional<String>> fact) {
        module = fact;
        return this;
    }

    public TenantFixture unreadable(PolicyKind kind) {
        unreadableKinds.add(kind);
        return this;
    }

    /** One of {@code numbers}, {@code resourceAccounts}, {@code autoAttendants}, {@code locations}. */
    public TenantFixture unreadable(String part) {
        unreadable.add(part);
        return this;
    }

    public TenantFixture but(UnaryOperator<TenantFixture> change) {
        return change.apply(this);
    }

    /** Records of the inventory that are no number. */
    public TenantFixture unreadNumbers(String... names) {
        return unread("numbers", names);
    }

    /** Entries of a part that nobody could read: one of those of {@link #unreadable}, {@code routes} or {@code sites}. */
    public TenantFixture unread(String part, String... names) {
        unread.put(part, List.of(names));
        return this;
    }

    public Tenant build() {
        var kinds = new EnumMap<PolicyKind, Fact<Map<PolicyName, Policy>>>(PolicyKind.class);
        policies.forEach((kind, all) -> {
            if (!unreadableKinds.contains(kind)) {
                kinds.put(kind, known(Map.copyOf(all)));
            }
        });
        return new Tenant(
                cloud,
                kinds,
                part("numbers", Map.copyOf(numbers)),
                part("resourceAccounts", Map.copyOf(accounts)),
                part("autoAttendants", entries("autoAttendants", List.copyOf(attendants.values()))),
                usages.map(all -> entries("usages", List.copyOf(all))),
                routes.map(all -> entries("routes", all)),
                part("locations", Map.copyOf(locations)),
                sites.map(all -> entries("sites", all)),
                freeLicences,
                module,
                known(Set.of()),
                new Tenant.LostEntries(lost("numbers"), lost("resourceAccounts"), lost("locations")));
    }

    private <T> Entries<T> entries(String name, List<T> read) {
        return new Entries<>(read, lost(name));
    }

    private List<String> lost(String name) {
        return unread.getOrDefault(name, List.of());
    }

    private <T> Fact<T> part(String name, T value) {
        return unreadable.contains(name) ? Fact.missing(name + " could not be read") : known(value);
    }
}
