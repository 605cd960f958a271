package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets that read policies, PSTN usages and voice routes. */
record PolicyCmdlets(SimulatedTenant model) {
    private static final Map<PolicyKind, String> READS = Map.of(
            PolicyKind.SHARED_CALLING, "Get-CsTeamsSharedCallingRoutingPolicy",
            PolicyKind.VOICE_ROUTING, "Get-CsOnlineVoiceRoutingPolicy",
            PolicyKind.EMERGENCY_CALL_ROUTING, "Get-CsTeamsEmergencyCallRoutingPolicy",
            PolicyKind.EMERGENCY_CALLING, "Get-CsTeamsEmergencyCallingPolicy",
            PolicyKind.CALLING_LINE_IDENTITY, "Get-CsCallingLineIdentity",
            PolicyKind.DIAL_PLAN, "Get-CsTenantDialPlan",
            PolicyKind.DIAL_OUT, "Get-CsOnlineDialOutPolicy",
            PolicyKind.CALLING, "Get-CsTeamsCallingPolicy");

    void serve(CmdletTable cmdlets) {
        READS.forEach((kind, name) -> cmdlets.on(name, Set.of(), _ -> policies(kind)));
        cmdlets.on("Get-CsOnlinePstnUsage", Set.of(), _ -> List.of(usages()))
                .on("Get-CsOnlineVoiceRoute", Set.of(), _ -> routes());
    }

    private List<ObjectNode> policies(PolicyKind kind) {
        return model.ports().policyCatalogue().policies(kind).stream()
                .map(PolicyObjects::of)
                .toList();
    }

    private ObjectNode usages() {
        var usages = WireJson.object().put("Identity", "Global");
        PolicyObjects.fill(
                usages.putArray("Usage"), model.ports().policyCatalogue().pstnUsages());
        return usages;
    }

    private List<ObjectNode> routes() {
        return model.ports().policyCatalogue().voiceRoutes().stream()
                .map(route -> {
                    var printed = WireJson.object()
                            .put("Identity", route.name())
                            .put("Name", route.name())
                            .put("NumberPattern", route.pattern());
                    PolicyObjects.fill(printed.putArray("OnlinePstnUsages"), route.usages());
                    PolicyObjects.fill(printed.putArray("OnlinePstnGatewayList"), route.gateways());
                    return printed;
                })
                .toList();
    }
}
