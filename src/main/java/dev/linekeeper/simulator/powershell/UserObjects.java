package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** People and resource accounts in the output of {@code Get-CsOnlineUser}; unknown properties are left out. */
public record UserObjects(SimulatedTenant model) {
    Optional<ObjectNode> find(UserId id) {
        return Stream.concat(
                        model.content().user(id).map(user -> person(user.entry())).stream(),
                        model.content().account(id).stream()
                                .flatMap(_ -> model.ports().voiceApplications().resourceAccounts().stream())
                                .filter(account -> account.id().equals(id))
                                .map(UserObjects::account))
                .findFirst();
    }

    public List<ObjectNode> people() {
        return model.content().users().stream()
                .flatMap(users -> users.values().stream())
                .map(user -> person(user.entry()))
                .toList();
    }

    List<ObjectNode> accounts() {
        return model.ports().voiceApplications().resourceAccounts().stream()
                .map(UserObjects::account)
                .toList();
    }

    private ObjectNode person(DirectoryEntry entry) {
        var voice = model.ports().voiceUsers().read(entry.id()).orElseThrow();
        var user = user(entry.id(), entry.userPrincipalName(), entry.displayName());
        voice.accountType().known().ifPresent(type -> user.put("AccountType", WireJson.pascal(type)));
        common(user, entry.enabled(), entry.usageLocation(), entry.plans(), voice.policies());
        voice.voiceOn().known().ifPresent(on -> user.put("EnterpriseVoiceEnabled", on));
        voice.features().known().ifPresent(features -> {
            var listed = user.putArray("FeatureTypes");
            features.stream().sorted().forEach(listed::add);
        });
        voice.validationErrors()
                .known()
                .ifPresent(errors -> errors.forEach(user.putArray("UserValidationErrors")::add));
        voice.lines()
                .known()
                .ifPresent(lines -> user.put(
                        "LineUri",
                        lines.stream()
                                .filter(line -> line.category() == Line.Category.PRIMARY)
                                .findFirst()
                                .map(line -> "tel:" + line.number())
                                .orElse(null)));
        return user;
    }

    private static ObjectNode account(ResourceAccount account) {
        var user = user(account.id(), account.userPrincipalName(), account.displayName())
                .put("AccountType", "ResourceAccount");
        common(user, account.signInEnabled(), account.usageLocation(), account.plans(), account.policies());
        account.number()
                .known()
                .ifPresent(number -> user.put("EnterpriseVoiceEnabled", number.isPresent())
                        .put("LineUri", number.map(held -> "tel:" + held).orElse(null)));
        return user;
    }

    private static ObjectNode user(UserId id, String userPrincipalName, String displayName) {
        return WireJson.object()
                .put("Identity", id.value())
                .put("UserPrincipalName", userPrincipalName)
                .put("DisplayName", displayName)
                .put("PropertyWeDoNotKnow", "yet");
    }

    private static void common(
            ObjectNode user,
            Fact<Boolean> enabled,
            Fact<Optional<Country>> usageLocation,
            Fact<List<ServicePlan>> plans,
            Map<PolicyKind, Fact<Assignment>> policies) {
        enabled.known().ifPresent(on -> user.put("AccountEnabled", on));
        usageLocation
                .known()
                .ifPresent(country ->
                        user.put("UsageLocation", country.map(Country::iso).orElse(null)));
        plans.known().ifPresent(held -> {
            var listed = user.putArray("AssignedPlan");
            held.forEach(plan -> listed.addObject()
                    .put("ServicePlanId", plan.id())
                    .put("CapabilityStatus", WireJson.pascal(plan.status())));
        });
        // A column for each type: the direct grant, null without one.
        for (var kind : PolicyKind.values()) {
            var direct = Optional.ofNullable(policies.get(kind))
                    .flatMap(Fact::known)
                    .filter(Assignment.Direct.class::isInstance);
            direct.ifPresentOrElse(
                    granted -> user.putObject(kind.type())
                            .put("Authority", "Tenant")
                            .put("Name", granted.policy().value()),
                    () -> user.putNull(kind.type()));
        }
        if (policies.values().stream().allMatch(fact -> fact.known().isPresent())) {
            var listed = user.putArray("EffectivePolicyAssignments");
            policies.forEach((kind, fact) -> fact.known().ifPresent(assignment -> {
                switch (assignment) {
                    case Assignment.Direct(var policy, _) ->
                        assigned(listed.addObject(), kind, policy).put("AssignmentType", "direct");
                    case Assignment.ByGroup(var policy, var group) ->
                        assigned(listed.addObject(), kind, policy)
                                .put("AssignmentType", "group")
                                .put("GroupId", group.value());
                    case Assignment.Inherited() -> {}
                }
            }));
        }
    }

    private static ObjectNode assigned(ObjectNode entry, PolicyKind kind, PolicyName policy) {
        return entry.put("PolicyType", kind.type())
                .putObject("PolicyAssignment")
                .put("DisplayName", policy.value());
    }
}
