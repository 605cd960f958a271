package dev.linekeeper.adapter.tenantfile.content;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.VoiceRoute;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.service.tenant.LinePolicyList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a tenant file. An empty Optional is a section that the file does not have, so nothing is known about it;
 * an empty list or map says that there are none. Immutable.
 *
 * @param policies by kind; a kind that is not in the map is not in the file
 * @param granted the application permissions in Microsoft Graph that somebody granted Linekeeper, of those it is not granted by default
 * @param unread by section the entries that could not be read, each as its place and the reason
 * @param faults why a section has no value although it is in the file, by {@code users} or {@code policies/Type}
 * @param unusable what could not be used, in a line with its place each; everything else could
 */
public record TenantContent(
        Optional<String> tenantId,
        Optional<String> displayName,
        Optional<Cloud> cloud,
        Optional<Map<UserId, StoredUser>> users,
        Optional<Map<GroupId, FileGroup>> groups,
        Optional<GroupGrantList> groupGrants,
        Optional<LinePolicyList> linePolicies,
        Optional<Map<PhoneNumber, TelephoneNumber>> numbers,
        Optional<Map<UserId, StoredAccount>> accounts,
        Optional<List<AutoAttendant>> autoAttendants,
        Map<PolicyKind, Map<PolicyName, Policy>> policies,
        Optional<List<String>> pstnUsages,
        Optional<List<VoiceRoute>> voiceRoutes,
        Optional<Map<LocationId, EmergencyLocation>> locations,
        Optional<List<NetworkSite>> networkSites,
        Optional<Integer> freeResourceAccountLicences,
        Optional<String> powerShellModule,
        Optional<List<String>> granted,
        Map<String, List<String>> unread,
        Map<String, String> faults,
        List<String> unusable) {

    /** Why there is no such section. */
    public String why(String section) {
        return faults.getOrDefault(section, "%s is not in the tenant file".formatted(section));
    }

    /** The entries of the section that could not be read; none when there is no such section. */
    public List<String> unread(String section) {
        return unread.getOrDefault(section, List.of());
    }

    /** What was granted; nothing unless the file says so. */
    public Set<String> applicationPermissions() {
        return Set.copyOf(granted.orElse(List.of()));
    }

    public Optional<StoredUser> user(UserId id) {
        return users.map(all -> all.get(id));
    }

    public Optional<StoredAccount> account(UserId id) {
        return accounts.map(all -> all.get(id));
    }

    public Optional<TelephoneNumber> number(PhoneNumber number) {
        return numbers.map(all -> all.get(number));
    }

    /**
     * The content after a change: people, accounts and numbers in {@code changed} stand for those of the same id, its other
     * sections for the whole section.
     */
    public TenantContent with(TenantContent changed) {
        return new TenantContent(
                tenantId,
                displayName,
                cloud,
                merged(users, changed.users),
                changed.groups.or(() -> groups),
                changed.groupGrants.or(() -> groupGrants),
                linePolicies,
                merged(numbers, changed.numbers),
                merged(accounts, changed.accounts),
                autoAttendants,
                changed.policies.isEmpty() ? policies : changed.policies,
                pstnUsages,
                voiceRoutes,
                locations,
                networkSites,
                freeResourceAccountLicences,
                powerShellModule,
                changed.granted.or(() -> granted),
                unread,
                faults,
                unusable);
    }

    private static <K, V> Optional<Map<K, V>> merged(Optional<Map<K, V>> before, Optional<Map<K, V>> changed) {
        if (changed.isEmpty()) {
            return before;
        }
        var all = new LinkedHashMap<>(before.orElse(Map.of()));
        all.putAll(changed.get());
        return Optional.of(Collections.unmodifiableMap(all));
    }
}
