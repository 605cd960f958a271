package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The tenant's name, its licences, and the apps people have in Teams. Installing one opens no chat here. */
@RestController
@RequestMapping(GraphCalls.ROOT)
record OrganisationController(SimulatedTenant tenant, Set<List<String>> installed) {
    private static final ODataCollection PAGES = new ODataCollection(100, 999);
    private static final Pattern REFERENCE = Pattern.compile("https?://[^/]+/v1\\.0/appCatalogs/teamsApps/([^/]+)");

    @GetMapping("/organization")
    ObjectNode organisation(HttpServletRequest request) {
        var organisation = WireJson.object()
                .put("id", tenant.content().tenantId().orElse("00000000-0000-0000-0000-000000000000"))
                .put("displayName", tenant.content().displayName().orElse(""))
                .put("memberWeDoNotKnow", "yet");
        organisation.putArray("verifiedDomains");
        return PAGES.answer(request, List.of(organisation));
    }

    @GetMapping("/subscribedSkus")
    ObjectNode licences(HttpServletRequest request) {
        var suffix = switch (tenant.content().cloud().orElse(Cloud.WORLDWIDE)) {
            case WORLDWIDE, CHINA -> "";
            case GCC -> "_GOV";
            case GCC_HIGH -> "_USGOV_GCCHIGH";
            case DOD -> "_USGOV_DOD";
        };
        List<ObjectNode> skus = new ArrayList<>();
        var phone = PublishedData.PHONE_SYSTEM.getFirst();
        skus.add(sku("SPE_E5" + suffix, "06ebc4ee-1bb5-47dd-8120-11324bc54e06", phone, 500, 400));
        tenant.content().freeResourceAccountLicences().ifPresent(free -> {
            var account = PublishedData.RESOURCE_ACCOUNT.getFirst();
            var name = "PHONESYSTEM_VIRTUALUSER" + suffix;
            skus.add(sku(name, "440eaaa8-b3e0-484b-a8be-62870b9ba70a", account, free + 10, 10));
        });
        return PAGES.answer(request, skus);
    }

    private ObjectNode sku(String name, String id, String plan, int bought, int used) {
        var sku = WireJson.object()
                .put("id", "%s_%s".formatted(tenant.content().tenantId().orElse(""), id))
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

    @PostMapping("/users/{id}/teamwork/installedApps")
    @ResponseStatus(HttpStatus.CREATED)
    void install(@PathVariable String id, @RequestBody ObjectNode body) {
        if (tenant.state().user(new UserId(id)).isEmpty()) {
            throw GraphError.noSuch(id);
        }
        var app = REFERENCE.matcher(WireJson.text(body, "teamsApp@odata.bind"));
        if (!app.matches()) {
            throw GraphError.invalid("Invalid bind property name teamsApp in request.");
        }
        if (!installed.add(List.of(id, app.group(1)))) {
            throw GraphError.of(409, "Conflict", "App is already installed in the personal scope.");
        }
    }
}
