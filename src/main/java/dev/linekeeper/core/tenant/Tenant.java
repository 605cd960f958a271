package dev.linekeeper.core.tenant;

import java.util.Comparator;
import java.util.EnumMap;
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
 * @param unreadNumbers names of the records of {@code numbers} that are no number; the inventory is complete when empty
 */
public record Tenant(
        Fact<Cloud> cloud,
        Map<PolicyKind, Fact<Map<PolicyName, Policy>>> policies,
        Fact<Map<PhoneNumber, TelephoneNumber>> numbers,
        Fact<Map<UserId, ResourceAccount>> resourceAccounts,
        Fact<List<AutoAttendant>> autoAttendants,
        Fact<Set<String>> pstnUsages,
        Fact<List<VoiceRoute>> voiceRoutes,
        Fact<Map<LocationId, EmergencyLocation>> locations,
        Fact<List<NetworkSite>> networkSites,
        Fact<Integer> freeResourceAccountLicences,
        Fact<Optional<String>> powerShellModule,
        List<String> unreadNumbers) {

    public Tenant {
        policies = policies.isEmpty() ? Map.of() : new EnumMap<>(policies);
        unreadNumbers = List.copyOf(unreadNumbers);
    }

    /** All policies of a kind by name. */
    public Fact<Map<PolicyName, Policy>> policies(PolicyKind kind) {
        return policies.getOrDefault(kind, Fact.missing("%s policies were not read".formatted(kind.type())));
    }

    /**
     * What a policy says; {@code type} tells the kind of policy.
     *
     * @return empty when there is no policy of that name; missing when the policies, or that one, could not be read
     */
    public <P extends Policy> Fact<Optional<P>> policy(PolicyName name, Class<P> type) {
        var all = policies(PolicyKind.of(type));
        return all.flatMap(
                byName -> byName.get(name) instanceof Policy.Unread(_, _, var why)
                        ? Fact.missing(why)
                        : all.map(_ -> Optional.ofNullable(byName.get(name)).map(type::cast)));
    }

    /** What a Shared Calling policy says; empty when there is none of that name. */
    public Fact<Optional<Policy.SharedCalling>> sharedCalling(PolicyName name) {
        return policy(name, Policy.SharedCalling.class);
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

    /** Those of {@code usages} that exist in the tenant; a policy may name usages that were deleted since. */
    public Fact<List<String>> existingUsages(List<String> usages) {
        return pstnUsages.map(all -> AnyCase.among(all, usages));
    }

    /**
     * A number's entry in the inventory; empty when it has none, and one with another extension is another number.
     * Missing when it is not among those that could be read, and some could not.
     */
    public Fact<Optional<TelephoneNumber>> number(PhoneNumber number) {
        return numbers.flatMap(all -> all.containsKey(number) || unreadNumbers.isEmpty()
                ? numbers.map(_ -> Optional.ofNullable(all.get(number)))
                : Fact.missing("%s is not among the numbers that could be read; these records could not: %s"
                        .formatted(
                                number,
                                String.join(", ", unreadNumbers.subList(0, Math.min(5, unreadNumbers.size()))))));
    }

    /** The resource account of that object id; empty when there is none. */
    public Fact<Optional<ResourceAccount>> resourceAccount(UserId id) {
        return resourceAccounts.map(all -> Optional.ofNullable(all.get(id)));
    }
}
