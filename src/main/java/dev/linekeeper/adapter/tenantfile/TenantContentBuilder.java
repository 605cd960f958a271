package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.powershell.CatalogueReader;
import dev.linekeeper.adapter.powershell.JsonCursor;
import dev.linekeeper.adapter.tenantfile.content.FileGroup;
import dev.linekeeper.adapter.tenantfile.content.StoredAccount;
import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.AnyCase;
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
import dev.linekeeper.core.tenant.groundwork.GroupGrantList.OddGrant;
import dev.linekeeper.service.tenant.LinePolicyList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Collects the sections of a tenant file, in any order. A section that is null counts as absent. */
final class TenantContentBuilder {
    private static final Map<String, String> SECTIONS = Stream.of(
                    "tenantId",
                    "displayName",
                    "cloud",
                    "users",
                    "groups",
                    "groupPolicyAssignments",
                    "phoneNumberPolicyAssignments",
                    "telephoneNumbers",
                    "resourceAccounts",
                    "autoAttendants",
                    "policies",
                    "pstnUsages",
                    "voiceRoutes",
                    "locations",
                    "networkSites",
                    "freeResourceAccountLicences",
                    "powerShellModule",
                    "applicationPermissions",
                    "notRead")
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), name -> name));
    /** What a cmdlet's noun has before the type of policy. */
    private static final Pattern NOUN = Pattern.compile("^(Get-)?Cs", Pattern.CASE_INSENSITIVE);

    private Optional<String> tenantId = Optional.empty();
    private Optional<String> displayName = Optional.empty();
    private Optional<Cloud> cloud = Optional.empty();
    private Optional<Map<UserId, StoredUser>> users = Optional.empty();
    private Optional<Map<GroupId, FileGroup>> groups = Optional.empty();
    private Optional<GroupGrantList> groupGrants = Optional.empty();
    private Optional<LinePolicyList> linePolicies = Optional.empty();
    private Optional<Map<PhoneNumber, TelephoneNumber>> numbers = Optional.empty();
    private Optional<Map<UserId, StoredAccount>> accounts = Optional.empty();
    private Optional<List<AutoAttendant>> autoAttendants = Optional.empty();
    private final Map<PolicyKind, Map<PolicyName, Policy>> policies = new EnumMap<>(PolicyKind.class);
    private Optional<List<String>> pstnUsages = Optional.empty();
    private Optional<List<VoiceRoute>> voiceRoutes = Optional.empty();
    private Optional<Map<LocationId, EmergencyLocation>> locations = Optional.empty();
    private Optional<List<NetworkSite>> networkSites = Optional.empty();
    private Optional<Integer> freeLicences = Optional.empty();
    private Optional<String> powerShellModule = Optional.empty();
    private Optional<List<String>> granted = Optional.empty();
    private final Map<String, List<String>> unread = new HashMap<>();
    private final Map<String, String> faults = new HashMap<>();
    private final Set<String> unusable = new LinkedHashSet<>();

    /** The section that is written so; empty for one we do not know. */
    static Optional<String> section(String written) {
        return Optional.ofNullable(SECTIONS.get(written.toLowerCase(Locale.ROOT)));
    }

    /** The kind of policies that is written so, as a type or as a cmdlet. */
    static Optional<PolicyKind> kind(String written) {
        return PolicyKind.ofType(NOUN.matcher(written).replaceFirst(""));
    }

    /** Reads the parser's current value as a section; returns false when it is none of ours, and so skipped. */
    boolean read(String written, JsonParser parser) {
        var section = section(written).orElse("");
        if (section.isEmpty()) {
            parser.skipChildren();
            return false;
        }
        var entries = new SectionReader(section, ExportedEntry.pointer("", written), parser, unusable::add);
        switch (section) {
            case "tenantId" -> tenantId = entries.value(JsonCursor::words);
            case "displayName" -> displayName = entries.value(JsonCursor::words);
            case "cloud" -> cloud = entries.value(at -> Optional.of(cloud(at)));
            case "users" -> users = people(entries);
            case "groups" -> groups = entries.keyed("id", PeopleSection::group, FileGroup::id);
            case "groupPolicyAssignments" -> groupGrants = groupGrants(entries);
            case "phoneNumberPolicyAssignments" ->
                linePolicies = entries.list(NumberSection::ownPolicy)
                        .map(all -> new LinePolicyList(
                                all.stream()
                                        .flatMap(Optional::stream)
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first)),
                                entries.unread()));
            case "telephoneNumbers" ->
                numbers = entries.keyed("telephoneNumber", NumberSection::number, TelephoneNumber::number);
            case "resourceAccounts" ->
                accounts = entries.keyed("id", VoiceApplicationSection::account, StoredAccount::id);
            case "autoAttendants" ->
                autoAttendants = entries.keyed("id", VoiceApplicationSection::autoAttendant, AutoAttendant::id)
                        .map(all -> List.copyOf(all.values()));
            case "policies" -> policies(ExportedEntry.pointer("", written), parser);
            case "pstnUsages" -> pstnUsages = entries.texts("Usage");
            case "voiceRoutes" -> voiceRoutes = entries.list(CatalogueReader::voiceRoute);
            case "locations" ->
                locations = entries.keyed("locationId", NetworkSection::location, EmergencyLocation::id);
            case "networkSites" -> networkSites = entries.list(CatalogueReader::networkSite);
            case "freeResourceAccountLicences" -> freeLicences = entries.value(at -> Optional.of(at.count()));
            case "powerShellModule" -> powerShellModule = entries.value(JsonCursor::words);
            case "applicationPermissions" -> granted = entries.texts("Permission");
            default -> entries.value(Optional::of).ifPresent(this::reasons);
        }
        entries.fault().ifPresent(why -> faults.put(section, why));
        unread.put(section, List.copyOf(entries.unread()));
        return true;
    }

    /** Why sections are null, as {@code collect.ps1} found: a text for each. */
    private void reasons(JsonCursor notRead) {
        for (var section : notRead.node().propertyNames()) {
            PeopleSection.words(notRead, section)
                    .ifPresent(why -> faults.putIfAbsent(
                            section, "%s could not be read when the file was written: %s".formatted(section, why)));
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
                linePolicies,
                numbers,
                accounts,
                autoAttendants,
                policies,
                pstnUsages,
                voiceRoutes,
                locations,
                networkSites,
                freeLicences,
                powerShellModule,
                granted,
                unread,
                faults,
                List.copyOf(unusable));
    }

    private static Optional<Map<UserId, StoredUser>> people(SectionReader entries) {
        var names = new HashMap<String, UserId>();
        return entries.keyed(
                "id",
                entry -> {
                    var user = PeopleSection.user(entry);
                    var name = AnyCase.folded(user.entry().userPrincipalName());
                    if (names.putIfAbsent(name, user.id()) != null) {
                        throw entry.at("userPrincipalName").wrong("a name nobody else has");
                    }
                    return user;
                },
                StoredUser::id);
    }

    private static Optional<GroupGrantList> groupGrants(SectionReader entries) {
        var odd = new ArrayList<OddGrant>();
        return entries.list(PeopleSection::groupGrant, (grant, why) -> {
                    odd.add(PeopleSection.oddGrant(grant, why));
                    return Optional.empty();
                })
                .map(all -> new GroupGrantList(
                        all.stream().flatMap(Optional::stream).toList(), odd));
    }

    private static Cloud cloud(JsonCursor at) {
        return at.oneOf(Cloud.class, "Worldwide, GCC, GCCHigh, DoD or China");
    }

    /** Reads the kinds one by one; each may be a list, one policy or what wraps them. */
    private void policies(String pointer, JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            var whole = new SectionReader("policies", pointer, parser, unusable::add);
            whole.value(at -> {
                throw at.wrong("an object with a list for each type of policy");
            });
            whole.fault()
                    .ifPresent(why ->
                            Stream.of(PolicyKind.values()).forEach(kind -> faults.put("policies/" + kind.type(), why)));
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var at = ExportedEntry.pointer(pointer, parser.currentName());
            var kind = kind(parser.currentName());
            parser.nextToken();
            if (kind.isEmpty()) {
                parser.skipChildren();
                continue;
            }
            var entries = new SectionReader("policies", at, parser, unusable::add);
            entries.keyed(
                            "Identity",
                            policy -> CatalogueReader.policy(kind.get(), policy),
                            Policy::name,
                            (policy, why) -> Optional.of(CatalogueReader.unread(kind.get(), policy, why)))
                    .ifPresent(all -> policies.put(kind.get(), all));
            entries.fault().ifPresent(why -> faults.put("policies/" + kind.get().type(), why));
        }
    }
}
