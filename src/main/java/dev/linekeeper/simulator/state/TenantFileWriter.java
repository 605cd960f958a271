package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.adapter.tenantfile.content.FileGroup;
import dev.linekeeper.adapter.tenantfile.content.StoredAccount;
import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupGrant;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a changed tenant: the original file with the changed values, so that unknown members are kept. */
final class TenantFileWriter {
    private TenantFileWriter() {}

    static byte[] written(byte[] original, TenantContent content) {
        var file = TenantFile.inOneShape(original);
        content.users()
                .ifPresent(_ -> entries(file, "users")
                        .forEach(entry -> content.user(
                                        new UserId(entry.path("id").asString()))
                                .ifPresent(user -> write(user, entry))));
        content.accounts()
                .ifPresent(_ -> entries(file, "resourceAccounts")
                        .forEach(entry -> content.account(
                                        new UserId(entry.path("id").asString()))
                                .ifPresent(account -> write(account, entry))));
        content.numbers()
                .ifPresent(_ -> entries(file, "telephoneNumbers")
                        .forEach(entry -> PhoneNumber.parse(
                                        entry.path("telephoneNumber").asString())
                                .flatMap(content::number)
                                .ifPresent(number -> write(number, entry))));
        content.groups()
                .ifPresent(groups -> entries(file, "groups")
                        .forEach(entry ->
                                write(groups.get(new GroupId(entry.path("id").asString())), entry)));
        writePolicies(file, content);
        content.groupGrants().ifPresent(grants -> writeGroupGrants(file, grants));
        return TenantFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
    }

    private static void write(StoredUser user, ObjectNode entry) {
        user.voiceOn().known().ifPresent(on -> entry.put("isEnterpriseVoiceEnabled", on));
        user.lines().known().ifPresent(lines -> {
            var before = entry.path("telephoneNumbers").deepCopy();
            var array = entry.putArray("telephoneNumbers");
            for (var line : lines) {
                before.valueStream()
                        .filter(old -> PhoneNumber.of(
                                        old.path("telephoneNumber").asString())
                                .equals(line.number()))
                        .findFirst()
                        .ifPresentOrElse(
                                array::add,
                                () -> array.addObject()
                                        .put("telephoneNumber", line.number().toString())
                                        .put(
                                                "assignmentCategory",
                                                line.category().name().toLowerCase(Locale.ROOT)));
            }
        });
        writeGrants(user.grants(), entry);
        user.features().known().ifPresent(features -> {
            var array = entry.putArray("featureTypes");
            features.stream().sorted().forEach(array::add);
        });
        user.entry()
                .plans()
                .known()
                .ifPresent(plans -> entries(entry, "assignedPlans").forEach(written -> writeStatus(plans, written)));
    }

    /** The only change to a licence is that it expires. */
    private static void writeStatus(List<ServicePlan> plans, ObjectNode written) {
        plans.stream()
                .filter(plan -> plan.id().equals(written.path("servicePlanId").asString()))
                .filter(plan -> plan.status() == ServicePlan.ServicePlanStatus.DELETED)
                .forEach(_ -> written.put("capabilityStatus", "Deleted"));
    }

    private static void write(@Nullable FileGroup group, ObjectNode entry) {
        if (group != null) {
            var array = entry.putArray("members");
            group.members().stream().sorted().forEach(array::add);
        }
    }

    private static void write(StoredAccount account, ObjectNode entry) {
        account.account()
                .number()
                .known()
                .ifPresent(number -> number.ifPresentOrElse(
                        held -> entry.put("telephoneNumber", held.toString()), () -> entry.putNull("telephoneNumber")));
        writeGrants(account.grants(), entry);
    }

    private static void write(TelephoneNumber number, ObjectNode entry) {
        entry.put("assignmentStatus", WireJson.camel(number.status()));
        number.target()
                .ifPresentOrElse(
                        target -> entry.put("assignmentTargetId", target), () -> entry.putNull("assignmentTargetId"));
        number.location()
                .known()
                .ifPresent(location -> location.map(LocationId::value)
                        .ifPresentOrElse(id -> entry.put("locationId", id), () -> entry.putNull("locationId")));
    }

    /** Writes Shared Calling policies; other members of their entries stay. */
    private static void writePolicies(ObjectNode file, TenantContent content) {
        var type = PolicyKind.SHARED_CALLING.type();
        var policies = content.policies().get(PolicyKind.SHARED_CALLING);
        if (policies == null || !(file.get("policies") instanceof ObjectNode section)) {
            return;
        }
        var before = entries(section, type);
        var array = section.putArray(type);
        for (var policy : policies.values()) {
            var entry = before.stream()
                    .filter(old -> new PolicyName(old.path("Identity").asString()).equals(policy.name()))
                    .findFirst()
                    .orElseGet(() -> TenantFile.JSON.createObjectNode().put("Identity", "Tag:" + policy.name()));
            if (policy instanceof Policy.SharedCalling shared) {
                entry.put(
                                "ResourceAccount",
                                shared.resourceAccount().map(UserId::value).orElse(null))
                        .put("Description", shared.description());
                var numbers = entry.putArray("EmergencyNumbers");
                shared.emergencyNumbers().forEach(number -> numbers.add(number.toString()));
            }
            array.add(entry);
        }
    }

    /** Writes grants to groups; those of unknown policy kinds stay. */
    private static void writeGroupGrants(ObjectNode file, List<GroupGrant> grants) {
        var before = entries(file, "groupPolicyAssignments");
        var array = file.putArray("groupPolicyAssignments");
        before.stream()
                .filter(old ->
                        PolicyKind.ofType(old.path("policyType").asString()).isEmpty())
                .forEach(array::add);
        grants.forEach(grant -> array.addObject()
                .put("groupId", grant.group().value())
                .put("policyType", grant.kind().type())
                .put("policyName", grant.policy().value())
                .put("rank", grant.rank()));
    }

    /** Writes direct grants; those of unknown policy kinds stay, and that some of a kind could not be read. */
    private static void writeGrants(Fact<Map<PolicyKind, PolicyName>> grants, ObjectNode entry) {
        grants.known().ifPresent(granted -> {
            var before = entry.path("policyGrants").deepCopy();
            var array = entry.putArray("policyGrants");
            before.valueStream()
                    .filter(old -> PolicyKind.ofType(old.path("policyType").asString())
                            .map(kind -> old.path("policyName").isNull() && !granted.containsKey(kind))
                            .orElse(true))
                    .forEach(array::add);
            granted.forEach((kind, name) ->
                    array.addObject().put("policyType", kind.type()).put("policyName", name.value()));
        });
    }

    private static List<ObjectNode> entries(ObjectNode file, String section) {
        return file.get(section) instanceof ArrayNode array
                ? array.valueStream()
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast)
                        .toList()
                : List.of();
    }
}
