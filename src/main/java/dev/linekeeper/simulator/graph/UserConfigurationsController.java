package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantState;
import dev.linekeeper.simulator.state.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Voice settings of people. The list leaves out resource accounts. */
@RestController
@RequestMapping(GraphCalls.ROOT + "/admin/teams/userConfigurations")
record UserConfigurationsController(SimulatedTenant tenant) {
    private static final List<String> MEMBERS = List.of("isEnterpriseVoiceEnabled", "featureTypes", "telephoneNumbers");
    /** Kinds of account added to the enumeration later are sent only with the {@code Prefer} header. */
    private static final String ADDED_LATER = "ineligibleUser";

    @GetMapping
    ObjectNode people(HttpServletRequest request) {
        return ODataCollection.DIRECTORY.answer(
                request, List.copyOf(tenant.state().all(TenantState.USERS)), user -> person(request, user));
    }

    /** The page's text has the object as it is, its example wraps it in {@code value}: some people come so, some so. */
    @GetMapping("/{id}")
    ObjectNode one(HttpServletRequest request, @PathVariable String id) {
        var found = tenant.state()
                .holder(new UserId(id))
                .map(user -> person(request, user))
                .orElseThrow(GraphError::nestedNotFound);
        var configuration = ODataCollection.selected(request, found);
        return WireJson.text(configuration, "id").hashCode() % 2 == 0
                ? WireJson.object().set("value", configuration)
                : configuration;
    }

    private ObjectNode person(HttpServletRequest request, ObjectNode user) {
        var configuration = WireJson.object()
                .put("@odata.type", "#microsoft.graph.teamsAdministration.teamsUserConfiguration")
                .put("id", WireJson.text(user, "id"))
                .put("tenantId", tenant.content().tenantId().orElse(null))
                .put("userPrincipalName", WireJson.text(user, "userPrincipalName"))
                .put("createdDateTime", "2026-01-05T09:00:00Z")
                .put("modifiedDateTime", "2026-11-20T09:00:00Z")
                .put("memberWeDoNotKnow", "yet");
        if (user.hasNonNull("accountType")) {
            var type = WireJson.camel(WireJson.text(user, "accountType"));
            var asked = String.valueOf(request.getHeader("Prefer")).contains("include-unknown-enum-members");
            configuration.put("accountType", type.equals(ADDED_LATER) && !asked ? "unknownFutureValue" : type);
        }
        MEMBERS.stream().filter(user::has).forEach(member -> configuration.set(member, user.get(member)));
        return policies(configuration);
    }

    /** No list at all when a policy could not be read; else with entries nobody knows. */
    private ObjectNode policies(ObjectNode configuration) {
        tenant.reported(new UserId(WireJson.text(configuration, "id"))).ifPresent(reported -> {
            for (var entry : reported) {
                var assigned = entry.withObjectProperty("policyAssignment");
                var name = new PolicyName(WireJson.text(assigned, "displayName"));
                PolicyKind.ofType(WireJson.text(entry, "policyType"))
                        .ifPresent(kind -> assigned.put("policyId", GraphPolicyIds.of(kind, name)));
            }
            reported.addAll(WireJson.objects(WireJson.parse("""
                {"new": [{"policyType": "TeamsPolicyOfTheFuture",
                    "policyAssignment": {"displayName": "Tag:New", "assignmentType": "byMoonlight"}},
                  {"policyType": "TeamsPolicyOfThePast", "policyAssignment": null}]}
                """).path("new")));
            configuration.set("effectivePolicyAssignments", reported);
        });
        return configuration;
    }
}
