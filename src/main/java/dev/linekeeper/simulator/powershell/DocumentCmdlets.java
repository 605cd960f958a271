package dev.linekeeper.simulator.powershell;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.core.tenant.MicrosoftSpelling;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cmdlets that print documents of the tenant as they are: policies, PSTN usages, voice routes, network sites, places,
 * numbers, resource accounts and auto attendants.
 */
record DocumentCmdlets(SimulatedTenant tenant) {
    private static final Pattern FILTER = Pattern.compile("\\s*(\\w+)\\s+-eq\\s+'((?:[^']|'')*)'\\s*");
    /** What a cmdlet prints, and a document may leave out: members as they are when nobody set them. */
    private static final ObjectNode UNSET = WireJson.parse("""
        {"TeamsSharedCallingRoutingPolicy": {"ResourceAccount": null, "EmergencyNumbers": null, "Description": null},
         "OnlineVoiceRoutingPolicy": {"OnlinePstnUsages": [], "Description": null},
         "TeamsEmergencyCallRoutingPolicy": {"AllowEnhancedEmergencyServices": false, "EmergencyNumbers": []},
         "TeamsEmergencyCallingPolicy": {"NotificationGroup": null, "NotificationMode": null,
            "NotificationDialOutNumber": null, "ExternalLocationLookupMode": null,
            "EnhancedEmergencyServiceDisclaimer": null, "ExtendedNotifications": null},
         "CallingLineIdentity": {"CallingIDSubstitute": "LineUri", "ResourceAccount": null,
            "EnableUserOverride": false, "BlockIncomingPstnCallerID": false, "CompanyName": null},
         "TenantDialPlan": {"NormalizationRules": []},
         "OnlineDialOutPolicy": {},
         "TeamsCallingPolicy": {"AllowPrivateCalling": true, "PreventTollBypass": false,
            "EnableSpendLimits": false, "CallingSpendUserLimit": null},
         "telephoneNumbers": {"AssignmentBlockedState": null, "NetworkSiteId": "", "ReverseNumberLookup": [], "Tag": []}}
        """);

    void serve(CmdletTable cmdlets) {
        for (var kind : PolicyKind.values()) {
            cmdlets.on(
                    "Get-Cs" + kind.type(),
                    _ -> tenant.state().policies(kind).stream().map(document -> policy(kind, document)));
        }
        cmdlets.on("Get-CsTenant", _ -> Stream.of(organisation()))
                .on("Get-CsOnlinePstnUsage", _ -> Stream.of(usages()))
                .on(
                        "Get-CsOnlineVoiceRoute",
                        _ -> all("voiceRoutes")
                                .map(route -> route.deepCopy().put("Name", WireJson.text(route, "Identity"))))
                .on("Get-CsTenantNetworkSite", _ -> all("networkSites").map(DocumentCmdlets::site))
                .on("Get-CsOnlineLisLocation -ResultSize -NumberOfResultsToSkip", this::locations)
                .on("Get-CsOnlineLisCivicAddress -ResultSize -NumberOfResultsToSkip", this::addresses)
                .on("Get-CsPhoneNumberAssignment -Filter -Top -Skip -TelephoneNumber", this::numbers)
                .on("Get-CsPhoneNumberPolicyAssignment -PolicyType", this::policiesOfNumbers)
                .on(
                        "Get-CsOnlineApplicationInstance",
                        _ -> all("resourceAccounts").map(this::instance))
                .on("Get-CsOnlineApplicationInstanceAssociation -Identity", this::associations)
                .on(
                        "Get-CsAutoAttendant -First -Skip",
                        parameters -> CmdletTable.page(all("autoAttendants"), parameters, "Skip", "First", 100, 100)
                                .map(DocumentCmdlets::attendant));
    }

    private Stream<ObjectNode> all(String section) {
        return tenant.state().listed(section).stream();
    }

    static ObjectNode policy(PolicyKind kind, ObjectNode document) {
        return UNSET.withObjectProperty(kind.type()).deepCopy().setAll(document).put("PropertyWeDoNotKnow", "yet");
    }

    private ObjectNode organisation() {
        return WireJson.object().put("TenantId", tenant.content().tenantId().orElse(null));
    }

    private ObjectNode usages() {
        var printed = WireJson.object().put("Identity", "Global");
        FileTenant.section(tenant.content().pstnUsages(), "pstnUsages").forEach(printed.putArray("Usage")::add);
        return printed;
    }

    private static ObjectNode site(ObjectNode site) {
        var printed = site.deepCopy().put("NetworkSiteID", WireJson.text(site, "Identity"));
        for (var policy : List.of("EmergencyCallRoutingPolicy", "EmergencyCallingPolicy")) {
            var named = printed.remove(policy);
            printed.putIfAbsent(policy + "Name", named);
        }
        return printed;
    }

    /** Only the address says whether it was validated, not the locations in it. */
    private Stream<ObjectNode> locations(ObjectNode parameters) {
        return places(parameters).map(place -> place.putNull("Location").without("ValidationStatus"));
    }

    private Stream<ObjectNode> addresses(ObjectNode parameters) {
        return places(parameters).map(place -> {
            place.set("DefaultLocationId", place.remove("LocationId"));
            return place;
        });
    }

    private Stream<ObjectNode> places(ObjectNode parameters) {
        var max = Integer.MAX_VALUE;
        return CmdletTable.page(all("locations"), parameters, "NumberOfResultsToSkip", "ResultSize", max, max)
                .map(place -> {
                    var printed = CmdletTable.pascal(place);
                    if (!printed.hasNonNull("CivicAddressId")) {
                        var name = "civic address of " + WireJson.text(place, "locationId");
                        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
                        printed.put("CivicAddressId", id.toString());
                    }
                    return printed;
                });
    }

    private Stream<ObjectNode> numbers(ObjectNode parameters) {
        var found = all("telephoneNumbers")
                .filter(filter(WireJson.text(parameters, "Filter")))
                .filter(number -> !parameters.has("TelephoneNumber")
                        || WireJson.text(parameters, "TelephoneNumber")
                                .equals(WireJson.text(number, "telephoneNumber")))
                .sorted(Comparator.comparing(number -> WireJson.text(number, "telephoneNumber")));
        return CmdletTable.page(found, parameters, "Skip", "Top", 500, 1000).map(DocumentCmdlets::number);
    }

    /** With the columns of the real cmdlet; what is not set is null or empty. */
    private static ObjectNode number(ObjectNode number) {
        var target = number.path("assignmentTargetId").asString("");
        var printed = UNSET.withObjectProperty("telephoneNumbers").deepCopy();
        for (var text : List.of("telephoneNumber", "civicAddressId", "isoCountryCode", "locationId")) {
            printed.put(WireJson.pascal(text), WireJson.text(number, text));
        }
        for (var word : List.of("numberType", "activationState", "numberSource")) {
            printed.put(WireJson.pascal(word), WireJson.pascal(WireJson.text(number, word)));
        }
        printed.put("PstnAssignmentStatus", WireJson.pascal(WireJson.text(number, "assignmentStatus")))
                .put("PortInOrderStatus", WireJson.text(number, "portInStatus"))
                .put("AssignedPstnTargetId", target.isEmpty() ? null : target)
                .put(
                        "AssignmentCategory",
                        target.isEmpty() ? "" : category(number).cmdletName())
                .put(
                        "LocationUpdateSupported",
                        number.path("supportedCustomerActions")
                                .valueStream()
                                .anyMatch(action -> action.asString("").equalsIgnoreCase("locationUpdate")));
        var capabilities = printed.putArray("Capability");
        number.path("capabilities").forEach(each -> capabilities.add(WireJson.pascal(each.asString(""))));
        return printed;
    }

    private static Category category(ObjectNode number) {
        return MicrosoftSpelling.constantOr(Category.PRIMARY, WireJson.text(number, "assignmentCategory"));
    }

    private static Predicate<ObjectNode> filter(String written) {
        if (written.isBlank()) {
            return _ -> true;
        }
        var match = FILTER.matcher(written);
        if (!match.matches()) {
            throw CmdletError.of("BadRequest", "The filter is not valid.");
        }
        var member = WireJson.camel(match.group(1));
        if (!List.of("telephoneNumber", "resourceAccountSharedCallingPolicySupported")
                .contains(member)) {
            throw CmdletError.of("BadRequest", "The attribute '%s' cannot be filtered by.".formatted(match.group(1)));
        }
        var value = match.group(2).replace("''", "'");
        var wanted = PhoneNumber.parse(value);
        return number -> WireJson.text(number, member).equalsIgnoreCase(value)
                || (wanted.isPresent() && wanted.equals(PhoneNumber.parse(WireJson.text(number, member))));
    }

    /** Numbers without {@code +}, as the page shows them. */
    private Stream<ObjectNode> policiesOfNumbers(ObjectNode parameters) {
        var wanted = WireJson.text(parameters, "PolicyType");
        return all("users")
                .flatMap(user -> WireJson.objects(user.path("telephoneNumbers")).stream())
                .flatMap(line -> WireJson.objects(line.path("policyGrants")).stream()
                        .map(grant -> CmdletTable.pascal(grant)
                                .put(
                                        "TelephoneNumber",
                                        WireJson.text(line, "telephoneNumber").replace("+", ""))
                                .put("Reference", "Direct")))
                .filter(grant -> wanted.isBlank() || wanted.equalsIgnoreCase(WireJson.text(grant, "PolicyType")));
    }

    private ObjectNode instance(ObjectNode account) {
        var printed = WireJson.object()
                .put("ObjectId", WireJson.text(account, "id"))
                .put("TenantId", tenant.content().tenantId().orElse(null));
        for (var member : List.of("userPrincipalName", "displayName", "applicationId")) {
            printed.put(WireJson.pascal(member), account.hasNonNull(member) ? WireJson.text(account, member) : null);
        }
        if (account.has("telephoneNumber")) {
            printed.put("PhoneNumber", UserObjects.address(account.get("telephoneNumber")));
        }
        return printed;
    }

    private Stream<ObjectNode> associations(ObjectNode parameters) {
        var id = new UserId(CmdletTable.required(parameters, "Identity"));
        var account = tenant.state().account(id).orElseThrow(() -> CmdletError.noSuch(id.value()));
        if (!account.path("associations").isArray()) {
            throw CmdletError.of("InternalServerError", "The associations are not known.");
        }
        if (account.path("associations").isEmpty()) {
            throw CmdletError.undeclared("NotFound", 404);
        }
        return WireJson.objects(account.get("associations")).stream()
                .map(association -> CmdletTable.pascal(association).put("Id", id.value()));
    }

    private static ObjectNode attendant(ObjectNode attendant) {
        var printed = CmdletTable.pascal(attendant).put("Identity", WireJson.text(attendant, "id"));
        printed.putIfAbsent("Operator", printed.nullNode());
        printed.withObjectProperty("DefaultCallFlow")
                .withObjectProperty("Menu")
                .putIfAbsent("DirectorySearchMethod", printed.stringNode("None"));
        printed.withArrayProperty("ApplicationInstances");
        var scope = printed.putObject("DirectoryLookupScope");
        half(scope, "InclusionScope", attendant.path("directoryLookupScope").path("inclusion"));
        half(scope, "ExclusionScope", attendant.path("directoryLookupScope").path("exclusion"));
        return printed;
    }

    /** Null for everybody and nobody. */
    private static void half(ObjectNode scope, String name, JsonNode written) {
        var groups = written.isObject() ? written.path("groupIds") : written;
        if (groups.isEmpty()) {
            scope.putNull(name);
        } else {
            scope.putObject(name).put("Type", "Group").putObject("GroupScope").set("GroupIds", groups);
        }
    }
}
