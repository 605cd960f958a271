package dev.linekeeper.simulator.graph;

import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.AccountType;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Voice settings of people: {@code /admin/teams/userConfigurations}. The list leaves out resource accounts. */
record UserConfigurationsEndpoint(SimulatedTenant model) {
    private static final ODataCollection PAGES = new ODataCollection(100, 999);

    void serve(GraphRoutes routes) {
        routes.on("GET", "/admin/teams/userConfigurations", (call, _) -> PAGES.answer(call, people(call)))
                .on(
                        "GET",
                        "/admin/teams/userConfigurations/{}",
                        (call, parts) -> GraphReply.of(asDocumented(
                                ODataCollection.selected(call, configuration(call, new UserId(parts.getFirst()))))))
                .on("GET", "/admin/teams", (_, _) -> {
                    throw GraphError.notSupported("TeamsAdminGateway");
                });
    }

    /** The page's text has the object as it is, its example wraps it in {@code value}: some people come so, some so. */
    private static ObjectNode asDocumented(ObjectNode configuration) {
        return WireJson.text(configuration, "id").hashCode() % 2 == 0
                ? WireJson.object().set("value", configuration)
                : configuration;
    }

    private List<ObjectNode> people(GraphRequest call) {
        return model.content().users().stream()
                .flatMap(users -> users.values().stream())
                .map(user -> person(call, user))
                .toList();
    }

    private ObjectNode configuration(GraphRequest call, UserId id) {
        return model.content()
                .user(id)
                .map(user -> person(call, user))
                .or(() -> model.ports().voiceApplications().resourceAccounts().stream()
                        .filter(account -> account.id().equals(id))
                        .findFirst()
                        .map(this::account))
                .orElseThrow(() -> GraphError.nested(404, "NotFound", "Resource not found.", "Check the identifier."));
    }

    private ObjectNode person(GraphRequest call, StoredUser user) {
        var voice = model.ports().voiceUsers().read(user.id()).orElseThrow();
        var configuration = configuration(user.id(), user.entry().userPrincipalName());
        user.accountType().known().ifPresent(type -> configuration.put("accountType", accountType(call, type)));
        voice.voiceOn().known().ifPresent(on -> configuration.put("isEnterpriseVoiceEnabled", on));
        voice.features().known().ifPresent(features -> {
            var listed = configuration.putArray("featureTypes");
            features.stream().sorted().forEach(listed::add);
        });
        voice.lines().known().ifPresent(lines -> {
            var listed = configuration.putArray("telephoneNumbers");
            lines.forEach(line -> number(listed, line.number(), WireJson.camel(line.category())));
        });
        policies(configuration, voice.policies());
        return configuration;
    }

    private ObjectNode account(ResourceAccount account) {
        var configuration = configuration(account.id(), account.userPrincipalName());
        configuration.put("accountType", "resourceAccount");
        Optional<PhoneNumber> number = account.number().known().flatMap(held -> held);
        configuration.put("isEnterpriseVoiceEnabled", number.isPresent());
        var listed = configuration.putArray("telephoneNumbers");
        number.ifPresent(held -> number(listed, held, "primary"));
        policies(configuration, account.policies());
        return configuration;
    }

    private ObjectNode configuration(UserId id, String userPrincipalName) {
        return WireJson.object()
                .put("@odata.type", "#microsoft.graph.teamsAdministration.teamsUserConfiguration")
                .put("id", id.value())
                .put("tenantId", model.content().tenantId().orElse(null))
                .put("userPrincipalName", userPrincipalName)
                .put("createdDateTime", "2026-01-05T09:00:00Z")
                .put("modifiedDateTime", "2026-11-20T09:00:00Z")
                .put("memberWeDoNotKnow", "yet");
    }

    private static void number(ArrayNode listed, PhoneNumber number, String category) {
        listed.addObject().put("telephoneNumber", number.toString()).put("assignmentCategory", category);
    }

    /** Constants added to an enumeration later are sent only with the {@code Prefer} header. */
    private static String accountType(GraphRequest call, AccountType type) {
        var asked = call.header("prefer").orElse("").contains("include-unknown-enum-members");
        return type == AccountType.INELIGIBLE_USER && !asked ? "unknownFutureValue" : WireJson.camel(type);
    }

    /** Lists policies except Global; no list at all when one could not be read. */
    private static void policies(ObjectNode configuration, Map<PolicyKind, Fact<Assignment>> policies) {
        if (policies.values().stream().anyMatch(fact -> fact.known().isEmpty())) {
            return;
        }
        var listed = configuration.putArray("effectivePolicyAssignments");
        for (var kind : PolicyKind.values()) {
            Optional.ofNullable(policies.get(kind)).flatMap(Fact::known).ifPresent(assignment -> {
                switch (assignment) {
                    case Assignment.Direct(var policy, _) ->
                        GraphPolicyIds.put(listed.addObject(), kind, policy).put("assignmentType", "direct");
                    case Assignment.ByGroup(var policy, var group) ->
                        GraphPolicyIds.put(listed.addObject(), kind, policy)
                                .put("assignmentType", "group")
                                .put("groupId", group.value());
                    case Assignment.Inherited() -> {}
                }
            });
        }
        listed.addObject()
                .put("policyType", "TeamsPolicyOfTheFuture")
                .putObject("policyAssignment")
                .put("displayName", "Tag:New")
                .put("assignmentType", "byMoonlight");
        listed.addObject().put("policyType", "TeamsPolicyOfThePast").putNull("policyAssignment");
    }
}
