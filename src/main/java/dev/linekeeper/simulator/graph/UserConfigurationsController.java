package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.SimulatedTenant;
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
@RequestMapping(GraphCalls.ROOT + "/admin/teams")
record UserConfigurationsController(SimulatedTenant tenant) {
    private static final ODataCollection PAGES = new ODataCollection(100, 999);
    private static final List<String> MEMBERS = List.of("isEnterpriseVoiceEnabled", "featureTypes", "telephoneNumbers");
    /** Kinds of account added to the enumeration later are sent only with the {@code Prefer} header. */
    private static final String ADDED_LATER = "ineligibleUser";

    @GetMapping("/userConfigurations")
    ObjectNode people(HttpServletRequest request) {
        return PAGES.answer(
                request,
                tenant.state().users().stream()
                        .map(user -> person(request, user))
                        .toList());
    }

    /** The page's text has the object as it is, its example wraps it in {@code value}: some people come so, some so. */
    @GetMapping("/userConfigurations/{id}")
    ObjectNode one(HttpServletRequest request, @PathVariable String id) {
        var holder = new UserId(id);
        var state = tenant.state();
        var found = state.user(holder)
                .map(user -> person(request, user))
                .or(() -> state.account(holder).map(this::account))
                .orElseThrow(GraphError::nestedNotFound);
        var configuration = ODataCollection.selected(request, found);
        return WireJson.text(configuration, "id").hashCode() % 2 == 0
                ? WireJson.object().set("value", configuration)
                : configuration;
    }

    private ObjectNode person(HttpServletRequest request, ObjectNode user) {
        var configuration = configuration(user);
        if (user.hasNonNull("accountType")) {
            var type = WireJson.camel(WireJson.text(user, "accountType"));
            var asked = String.valueOf(request.getHeader("Prefer")).contains("include-unknown-enum-members");
            configuration.put("accountType", type.equals(ADDED_LATER) && !asked ? "unknownFutureValue" : type);
        }
        for (var member : MEMBERS) {
            if (user.has(member)) {
                configuration.set(member, user.get(member));
            }
        }
        return policies(configuration);
    }

    private ObjectNode account(ObjectNode account) {
        var configuration = configuration(account)
                .put("accountType", "resourceAccount")
                .put("isEnterpriseVoiceEnabled", account.hasNonNull("telephoneNumber"));
        var numbers = configuration.putArray("telephoneNumbers");
        if (account.hasNonNull("telephoneNumber")) {
            numbers.addObject()
                    .put("telephoneNumber", WireJson.text(account, "telephoneNumber"))
                    .put("assignmentCategory", "primary");
        }
        return policies(configuration);
    }

    private ObjectNode configuration(ObjectNode entry) {
        return WireJson.object()
                .put("@odata.type", "#microsoft.graph.teamsAdministration.teamsUserConfiguration")
                .put("id", WireJson.text(entry, "id"))
                .put("tenantId", tenant.content().tenantId().orElse(null))
                .put("userPrincipalName", WireJson.text(entry, "userPrincipalName"))
                .put("createdDateTime", "2026-01-05T09:00:00Z")
                .put("modifiedDateTime", "2026-11-20T09:00:00Z")
                .put("memberWeDoNotKnow", "yet");
    }

    /** No list at all when a policy could not be read; else with entries nobody knows. */
    private ObjectNode policies(ObjectNode configuration) {
        tenant.reported(new UserId(WireJson.text(configuration, "id"))).ifPresent(reported -> {
            reported.forEach(entry -> {
                var type = WireJson.text(entry, "policyType");
                var assigned = (ObjectNode) entry.path("policyAssignment");
                var name = new PolicyName(WireJson.text(assigned, "displayName"));
                PolicyKind.ofType(type).ifPresent(kind -> assigned.put("policyId", GraphPolicyIds.of(kind, name)));
            });
            reported.add(assignment("TeamsPolicyOfTheFuture")
                    .set(
                            "policyAssignment",
                            WireJson.object().put("displayName", "Tag:New").put("assignmentType", "byMoonlight")));
            reported.add(assignment("TeamsPolicyOfThePast").putNull("policyAssignment"));
            configuration.set("effectivePolicyAssignments", reported);
        });
        return configuration;
    }

    private static ObjectNode assignment(String type) {
        return WireJson.object().put("policyType", type);
    }
}
