package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
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
final class UserConfigurationsController {
    private static final ODataCollection PAGES = new ODataCollection(100, 999);
    private static final List<String> MEMBERS = List.of("isEnterpriseVoiceEnabled", "featureTypes", "telephoneNumbers");
    /** Kinds of account added to the enumeration later are sent only with the {@code Prefer} header. */
    private static final String ADDED_LATER = "ineligibleUser";

    private final SimulatedTenant tenant;

    UserConfigurationsController(SimulatedTenant tenant) {
        this.tenant = tenant;
    }

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

    /** Lists policies except Global; no list at all when one could not be read. */
    private ObjectNode policies(ObjectNode configuration) {
        var policies = tenant.policies(new UserId(WireJson.text(configuration, "id")));
        if (policies.values().stream().anyMatch(fact -> fact instanceof Fact.Missing<Assignment>)) {
            return configuration;
        }
        var listed = configuration.putArray("effectivePolicyAssignments");
        policies.forEach((kind, fact) -> fact.known().ifPresent(assignment -> {
            switch (assignment) {
                case Assignment.Direct _ ->
                    put(listed.addObject(), kind, assignment).put("assignmentType", "direct");
                case Assignment.ByGroup(_, var group) ->
                    put(listed.addObject(), kind, assignment)
                            .put("assignmentType", "group")
                            .put("groupId", group.value());
                case Assignment.Inherited() -> {}
            }
        }));
        listed.addObject()
                .put("policyType", "TeamsPolicyOfTheFuture")
                .putObject("policyAssignment")
                .put("displayName", "Tag:New")
                .put("assignmentType", "byMoonlight");
        listed.addObject().put("policyType", "TeamsPolicyOfThePast").putNull("policyAssignment");
        return configuration;
    }

    private static ObjectNode put(ObjectNode entry, PolicyKind kind, Assignment assignment) {
        return entry.put("policyType", kind.type())
                .putObject("policyAssignment")
                .put("displayName", assignment.policy().value())
                .put("policyId", GraphPolicyIds.of(kind, assignment.policy()));
    }
}
