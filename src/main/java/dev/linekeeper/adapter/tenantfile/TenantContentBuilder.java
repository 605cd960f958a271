package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.powershell.CatalogueReader;
import dev.linekeeper.adapter.powershell.JsonCursor;
import dev.linekeeper.adapter.tenantfile.content.FileGroup;
import dev.linekeeper.adapter.tenantfile.content.StoredAccount;
import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.GroupGrant;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;

/** Collects the sections of a tenant file, in any order. A section that is null counts as absent. */
final class TenantContentBuilder {
    private Optional<String> tenantId = Optional.empty();
    private Optional<String> displayName = Optional.empty();
    private Optional<Cloud> cloud = Optional.empty();
    private Optional<Map<UserId, StoredUser>> users = Optional.empty();
    private Optional<Map<GroupId, FileGroup>> groups = Optional.empty();
    private Optional<List<GroupGrant>> groupGrants = Optional.empty();
    private Optional<Map<PhoneNumber, TelephoneNumber>> numbers = Optional.empty();
    private Optional<Map<UserId, StoredAccount>> accounts = Optional.empty();
    private Optional<List<AutoAttendant>> autoAttendants = Optional.empty();
    private final Map<PolicyKind, Map<PolicyName, Policy>> policies = new EnumMap<>(PolicyKind.class);
    private Optional<Set<String>> pstnUsages = Optional.empty();
    private Optional<List<VoiceRoute>> voiceRoutes = Optional.empty();
    private Optional<Map<LocationId, EmergencyLocation>> locations = Optional.empty();
    private Optional<List<NetworkSite>> networkSites = Optional.empty();
    private Optional<Integer> freeLicences = Optional.empty();
    private Optional<String> powerShellModule = Optional.empty();

    /** Reads the parser's current value as a section; unknown sections are skipped. */
    void read(String section, JsonParser parser) {
        var entries = new SectionReader("/" + section, parser);
        switch (section) {
            case "tenantId" -> tenantId = entries.value().words();
            case "displayName" -> displayName = entries.value().words();
            case "cloud" -> cloud = entries.value().optional(TenantContentBuilder::cloud);
            case "users" -> users = people(entries);
            case "groups" -> groups = entries.keyed("id", PeopleSection::group, FileGroup::id);
            case "groupPolicyAssignments" ->
                groupGrants = entries.list(PeopleSection::groupGrant)
                        .map(all -> all.stream().flatMap(Optional::stream).toList());
            case "telephoneNumbers" ->
                numbers = entries.keyed("telephoneNumber", NumberSection::number, TelephoneNumber::number);
            case "resourceAccounts" ->
                accounts = entries.keyed("id", VoiceApplicationSection::account, StoredAccount::id);
            case "autoAttendants" ->
                autoAttendants = entries.keyed("id", VoiceApplicationSection::autoAttendant, AutoAttendant::id)
                        .map(all -> List.copyOf(all.values()));
            case "policies" -> entries.value().optional(this::policies);
            case "pstnUsages" -> pstnUsages = entries.list(JsonCursor::text).map(Set::copyOf);
            case "voiceRoutes" -> voiceRoutes = entries.list(CatalogueReader::voiceRoute);
            case "locations" ->
                locations = entries.keyed("locationId", NetworkSection::location, EmergencyLocation::id);
            case "networkSites" -> networkSites = entries.list(CatalogueReader::networkSite);
            case "freeResourceAccountLicences" -> freeLicences = entries.value().optional(JsonCursor::count);
            case "powerShellModule" -> powerShellModule = entries.value().words();
            default -> parser.skipChildren();
        }
    }

    TenantContent content() {
        return new TenantContent(
                tenantId,
                displayName,
                cloud,
                users,
                groups,
                groupGrants,
                numbers,
                accounts,
                autoAttendants,
                policies,
                pstnUsages,
                voiceRoutes,
                locations,
                networkSites,
                freeLicences,
                powerShellModule);
    }

    private static Optional<Map<UserId, StoredUser>> people(SectionReader entries) {
        var names = new HashMap<String, UserId>();
        return entries.keyed(
                "id",
                entry -> {
                    var user = PeopleSection.user(entry);
                    var name = user.entry().userPrincipalName().toLowerCase(Locale.ROOT);
                    if (names.putIfAbsent(name, user.id()) != null) {
                        throw entry.at("userPrincipalName").wrong("a name nobody else has");
                    }
                    return user;
                },
                StoredUser::id);
    }

    private static Cloud cloud(JsonCursor at) {
        return at.oneOf(Cloud.class, "Worldwide, GCC, GCCHigh, DoD or China");
    }

    private JsonCursor policies(JsonCursor section) {
        for (var kind : PolicyKind.values()) {
            var at = section.at(kind.type());
            if (!at.empty()) {
                var all = new LinkedHashMap<PolicyName, Policy>();
                at.list(entry -> {
                    var policy = CatalogueReader.policy(kind, entry);
                    if (all.putIfAbsent(policy.name(), policy) != null) {
                        throw entry.at("Identity").wrong("a name no other policy of the type has");
                    }
                    return policy;
                });
                policies.put(kind, all);
            }
        }
        return section;
    }
}
