package dev.linekeeper.simulator.powershell;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets that read policies, PSTN usages, voice routes, network sites and places: the tenant's documents as they are. */
record CatalogueCmdlets(SimulatedTenant tenant) {
    private static final Map<PolicyKind, String> READS = Map.of(
            PolicyKind.SHARED_CALLING, "Get-CsTeamsSharedCallingRoutingPolicy",
            PolicyKind.VOICE_ROUTING, "Get-CsOnlineVoiceRoutingPolicy",
            PolicyKind.EMERGENCY_CALL_ROUTING, "Get-CsTeamsEmergencyCallRoutingPolicy",
            PolicyKind.EMERGENCY_CALLING, "Get-CsTeamsEmergencyCallingPolicy",
            PolicyKind.CALLING_LINE_IDENTITY, "Get-CsCallingLineIdentity",
            PolicyKind.DIAL_PLAN, "Get-CsTenantDialPlan",
            PolicyKind.DIAL_OUT, "Get-CsOnlineDialOutPolicy",
            PolicyKind.CALLING, "Get-CsTeamsCallingPolicy");
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
            "EnableSpendLimits": false, "CallingSpendUserLimit": null}}
        """);

    void serve(CmdletTable cmdlets) {
        var paging = Set.of("ResultSize", "NumberOfResultsToSkip");
        READS.forEach((kind, name) -> cmdlets.on(name, Set.of(), _ -> policies(kind)));
        cmdlets.on("Get-CsOnlinePstnUsage", Set.of(), _ -> List.of(usages()))
                .on("Get-CsOnlineVoiceRoute", Set.of(), _ -> routes())
                .on("Get-CsTenantNetworkSite", Set.of(), _ -> sites())
                .on("Get-CsOnlineLisLocation", paging, parameters -> page(parameters, CatalogueCmdlets::location))
                .on("Get-CsOnlineLisCivicAddress", paging, parameters -> page(parameters, CatalogueCmdlets::address));
    }

    private List<ObjectNode> policies(PolicyKind kind) {
        return tenant.state().policies(kind).stream()
                .map(document -> print(kind, document))
                .toList();
    }

    static ObjectNode print(PolicyKind kind, ObjectNode document) {
        var printed = (ObjectNode) UNSET.path(kind.type()).deepCopy();
        printed.setAll(document);
        return printed.put("PropertyWeDoNotKnow", "yet");
    }

    private ObjectNode usages() {
        var printed = WireJson.object().put("Identity", "Global");
        FileTenant.section(tenant.content().pstnUsages(), "pstnUsages").forEach(printed.putArray("Usage")::add);
        return printed;
    }

    private List<ObjectNode> routes() {
        return tenant.state().listed("voiceRoutes").stream()
                .map(route -> route.deepCopy().put("Name", WireJson.text(route, "Identity")))
                .toList();
    }

    private List<ObjectNode> sites() {
        return tenant.state().listed("networkSites").stream()
                .map(site -> {
                    var printed = site.deepCopy().put("NetworkSiteID", WireJson.text(site, "Identity"));
                    for (var policy : List.of("EmergencyCallRoutingPolicy", "EmergencyCallingPolicy")) {
                        var named = printed.has(policy + "Name") ? printed.get(policy + "Name") : printed.get(policy);
                        printed.remove(policy);
                        printed.set(policy + "Name", named);
                    }
                    return printed;
                })
                .toList();
    }

    private List<ObjectNode> page(ObjectNode parameters, UnaryOperator<ObjectNode> print) {
        return tenant.state().listed("locations").stream()
                .skip(parameters.path("NumberOfResultsToSkip").asInt(0))
                .limit(parameters.path("ResultSize").asInt(Integer.MAX_VALUE))
                .map(print)
                .toList();
    }

    /** Only the address says whether it was validated, not the locations in it. */
    private static ObjectNode location(ObjectNode place) {
        var printed = place(place).putNull("Location");
        printed.remove("ValidationStatus");
        return printed;
    }

    private static ObjectNode address(ObjectNode place) {
        var printed = place(place).put("DefaultLocationId", WireJson.text(place, "locationId"));
        printed.remove("LocationId");
        return printed;
    }

    private static ObjectNode place(ObjectNode place) {
        var printed = CmdletTable.pascal(place);
        if (!printed.hasNonNull("CivicAddressId")) {
            var name = "civic address of " + WireJson.text(place, "locationId");
            printed.put(
                    "CivicAddressId",
                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                            .toString());
        }
        return printed;
    }
}
