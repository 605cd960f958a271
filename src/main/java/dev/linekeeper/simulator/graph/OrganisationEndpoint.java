package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The tenant's name and its licences. */
record OrganisationEndpoint(SimulatedTenant model) {
    private static final ODataCollection PAGES = new ODataCollection(100, 999);

    void serve(GraphRoutes routes) {
        routes.on("GET", "/organization", (call, _) -> PAGES.answer(call, List.of(organisation())))
                .on("GET", "/subscribedSkus", (call, _) -> PAGES.answer(call, skus()));
    }

    private ObjectNode organisation() {
        var organisation = WireJson.object()
                .put("id", model.content().tenantId().orElse("00000000-0000-0000-0000-000000000000"))
                .put("displayName", model.content().displayName().orElse(""))
                .put("memberWeDoNotKnow", "yet");
        organisation.putArray("verifiedDomains");
        return organisation;
    }

    private List<ObjectNode> skus() {
        var suffix = suffix(model.content().cloud().orElse(Cloud.WORLDWIDE));
        var everyone = sku(
                "SPE_E5" + suffix,
                "06ebc4ee-1bb5-47dd-8120-11324bc54e06",
                PublishedData.PHONE_SYSTEM.getFirst(),
                500,
                400);
        return model.content()
                .freeResourceAccountLicences()
                .map(free -> List.of(
                        everyone,
                        sku(
                                "PHONESYSTEM_VIRTUALUSER" + suffix,
                                "440eaaa8-b3e0-484b-a8be-62870b9ba70a",
                                PublishedData.RESOURCE_ACCOUNT.getFirst(),
                                free + 10,
                                10)))
                .orElse(List.of(everyone));
    }

    private static String suffix(Cloud cloud) {
        return switch (cloud) {
            case WORLDWIDE, CHINA -> "";
            case GCC -> "_GOV";
            case GCC_HIGH -> "_USGOV_GCCHIGH";
            case DOD -> "_USGOV_DOD";
        };
    }

    private ObjectNode sku(String name, String id, String plan, int bought, int used) {
        var sku = WireJson.object()
                .put("id", "%s_%s".formatted(model.content().tenantId().orElse(""), id))
                .put("skuId", id)
                .put("skuPartNumber", name)
                .put("capabilityStatus", "Enabled")
                .put("consumedUnits", used)
                .put("appliesTo", "User")
                .put("memberWeDoNotKnow", "yet");
        sku.putObject("prepaidUnits")
                .put("enabled", bought)
                .put("suspended", 0)
                .put("warning", 0)
                .put("lockedOut", 0);
        sku.putArray("servicePlans")
                .addObject()
                .put("servicePlanId", plan)
                .put("servicePlanName", name)
                .put("provisioningStatus", "Success")
                .put("appliesTo", "User");
        return sku;
    }
}
