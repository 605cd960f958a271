package dev.linekeeper.core.tenant;

import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything of a tenant that people share: policies, numbers, accounts, routes and places. Each part is a fact of its
 * own, because each is read on its own and each read can fail. A known but empty part means that there are none.
 *
 * @param policies per kind what each policy says; a kind that is not in the map could not be read
 * @param freeResourceAccountLicences units of PHONESYSTEM_VIRTUALUSER nobody uses (rule TEN-03)
 * @param powerShellModule the version of the MicrosoftTeams module, empty when PowerShell is not used (rule TEN-02)
 * @param accountRights what of resource accounts in Entra Linekeeper was granted to set
 * @param unread what of numbers, accounts and places could not be read; each of them is complete when nothing is named
 */
public record Tenant(
        Fact<Cloud> cloud,
        Map<PolicyKind, Fact<Map<PolicyName, Policy>>> policies,
        Fact<Map<PhoneNumber, TelephoneNumber>> numbers,
        Fact<Map<UserId, ResourceAccount>> resourceAccounts,
        Fact<Entries<AutoAttendant>> autoAttendants,
        Fact<Entries<String>> pstnUsages,
        Fact<Entries<VoiceRoute>> voiceRoutes,
        Fact<Map<LocationId, EmergencyLocation>> locations,
        Fact<Entries<NetworkSite>> networkSites,
        Fact<Integer> freeResourceAccountLicences,
        Fact<Optional<String>> powerShellModule,
        Fact<Set<AccountRight>> accountRights,
        LostEntries unread) {

    /** What a change of the tenant is about: a person, a Shared Calling policy by its name, or what else stands behind people. */
    public sealed interface Subject permits UserId, PolicyName, Groundwork {
        /** The person; empty for what stands behind people. */
        default Optional<UserId> person() {
            return this instanceof UserId person ? Optional.of(person) : Optional.empty();
        }

        /** The name of what stands behind people by the word for its kind, such as {@code policy}; empty for a person. */
        default Map<String, String> named() {
            return switch (this) {
                case UserId _ -> Map.of();
                case PolicyName(var policy) -> Map.of("policy", policy);
                case Groundwork(var kind, var what) ->
                    Map.of(AnyCase.folded(kind.name()).replace('_', '-'), what);
            };
        }
    }

    /**
     * What people depend on without holding it.
     *
     * @param name a number in E.164, the user principal name of a resource account, the name of a policy, or the object
     *     id of a group
     */
    public record Groundwork(GroundworkKind kind, String name) implements Subject {
        public enum GroundworkKind {
            NUMBER,
            ACCOUNT,
            EMERGENCY_ROUTING,
            VOICE_ROUTING,
            CALLER_ID,
            CALLING,
            GROUP
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The entries of the lists with keys that could not be read, named as well as they can be. */
    public record LostEntries(List<String> numbers, List<String> accounts, List<String> places) {

        public LostEntries {
            numbers = List.copyOf(numbers);
            accounts = List.copyOf(accounts);
            places = List.copyOf(places);
        }
    }

    public Tenant {
        policies = policies.isEmpty() ? Map.of() : new EnumMap<>(policies);
    }

    /** The same tenant where the policies say something else. */
    public Tenant with(Map<PolicyKind, Fact<Map<PolicyName, Policy>>> others) {
        return with(others, numbers, resourceAccounts);
    }

    /** The same tenant where a policy says that. */
    public Tenant with(Policy policy) {
        var changed = new EnumMap<PolicyKind, Fact<Map<PolicyName, Policy>>>(PolicyKind.class);
        changed.putAll(policies);
        changed.put(policy.kind(), policies(policy.kind()).map(all -> put(all, policy.name(), policy)));
        return with(changed);
    }

    /** The same tenant where the inventory says that of a number. */
    public Tenant with(TelephoneNumber number) {
        return with(policies, numbers.map(all -> put(all, number.number(), number)), resourceAccounts);
    }

    /** The same tenant where an account is so. */
    public Tenant with(ResourceAccount account) {
        return with(policies, numbers, resourceAccounts.map(all -> put(all, account.id(), account)));
    }

    private static <K, V> Map<K, V> put(Map<K, V> all, K key, V value) {
        var changed = new HashMap<>(all);
        changed.put(key, value);
        return Map.copyOf(changed);
    }

    private Tenant with(
            Map<PolicyKind, Fact<Map<PolicyName, Policy>>> otherPolicies,
            Fact<Map<PhoneNumber, TelephoneNumber>> otherNumbers,
            Fact<Map<UserId, ResourceAccount>> otherAccounts) {
        return new Tenant(
                cloud,
                otherPolicies,
                otherNumbers,
                otherAccounts,
                autoAttendants,
                pstnUsages,
                voiceRoutes,
                locations,
                networkSites,
                freeResourceAccountLicences,
                powerShellModule,
                accountRights,
                unread);
    }

    /** All policies of a kind by name. */
    public Fact<Map<PolicyName, Policy>> policies(PolicyKind kind) {
        var read = policies.get(kind);
        return read != null ? read : Fact.missing("%s policies were not read".formatted(kind.type()));
    }

    /**
     * What a policy says; {@code type} tells the kind of policy.
     *
     * @return empty when there is no policy of that name; missing when the policies, or that one, could not be read
     */
    public <P extends Policy> Fact<Optional<P>> policy(PolicyName name, Class<P> type) {
        var all = policies(PolicyKind.of(type));
        return all.flatMap(byName -> byName.getOrDefault(name, byName.get(Policy.Unread.NAMELESS))
                        instanceof Policy.Unread(_, _, var why)
                ? Fact.missing(why)
                : all.map(_ -> Optional.ofNullable(byName.get(name)).map(type::cast)));
    }

    /** What a Shared Calling policy says; empty when there is none of that name. */
    public Fact<Optional<Policy.SharedCalling>> sharedCalling(PolicyName name) {
        return policy(name, Policy.SharedCalling.class);
    }

    /** Whether that Shared Calling policy has a resource account, without which nobody calls under it. */
    public Fact<Boolean> hasAccount(PolicyName name) {
        return sharedCalling(name)
                .map(policy ->
                        policy.flatMap(Policy.SharedCalling::resourceAccount).isPresent());
    }

    /** All Shared Calling policies, by name; missing when one of them could not be read. */
    public Fact<List<Policy.SharedCalling>> sharedCalling() {
        var policies = policies(PolicyKind.SHARED_CALLING);
        return policies.flatMap(all -> all.values().stream()
                        .flatMap(policy ->
                                policy instanceof Policy.Unread(_, _, var why)
                                        ? Stream.of(why)
                                        : Stream.empty())
                        .findFirst()
                        .<Fact<Map<PolicyName, Policy>>>map(Fact::missing)
                        .orElse(policies))
                .map(all -> all.values().stream()
                        .map(Policy.SharedCalling.class::cast)
                        .sorted(Comparator.comparing(policy -> policy.name().value()))
                        .toList());
    }

    /**
     * Those of {@code usages} that exist in the tenant; a policy may name usages that were deleted since. Missing when one is
     * not among those that could be read, and some could not.
     */
    public Fact<List<String>> existingUsages(List<String> usages) {
        return pstnUsages.flatMap(all -> {
            var existing = AnyCase.among(all.read(), usages);
            return existing.size() < usages.size()
                    ? Entries.all(pstnUsages, _ -> existing)
                    : pstnUsages.map(_ -> existing);
        });
    }

    /**
     * A number's entry in the inventory; empty when it has none, and one with another extension is another number.
     * Missing when it is not among those that could be read, and some could not.
     */
    public Fact<Optional<TelephoneNumber>> number(PhoneNumber number) {
        return found(numbers, number, unread.numbers());
    }

    /** The resource account of that object id; empty when there is none. Missing as for a number. */
    public Fact<Optional<ResourceAccount>> resourceAccount(UserId id) {
        return found(resourceAccounts, id, unread.accounts());
    }

    /** The place of that id; empty when there is none. Missing as for a number. */
    public Fact<Optional<EmergencyLocation>> place(LocationId id) {
        return found(locations, id, unread.places());
    }

    private static <K, V> Fact<Optional<V>> found(Fact<Map<K, V>> list, K key, List<String> unread) {
        return list.flatMap(all -> Entries.lost(unread)
                .filter(_ -> !all.containsKey(key))
                .map(why ->
                        Fact.<Optional<V>>missing("%s is not among those that could be read; %s".formatted(key, why)))
                .orElseGet(() -> list.map(_ -> Optional.ofNullable(all.get(key)))));
    }
}
