package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Changes what one person has: voice, policies, a licence, groups. An account may be granted policies too. */
public record PersonEdit(TenantEdit edit) {
    /** Switches voice; switching it on needs a licence. */
    public void setVoice(UserId person, boolean on) {
        var document = edit.user(person);
        var user = edit.content().user(person).orElseThrow();
        if (on) {
            TenantEdit.mayHaveVoice(user.entry().plans(), user.entry().userPrincipalName());
        }
        FileTenant.needed(user.voiceOn());
        document.put("isEnterpriseVoiceEnabled", on);
    }

    /** Grants a policy that exists; Shared Calling not to an account. */
    public void grant(UserId holder, PolicyKind kind, PolicyName policy) {
        var exact = edit.policy(kind, policy).name();
        grants(holder, kind).addObject().put("policyType", kind.type()).put("policyName", exact.value());
    }

    public void revoke(UserId holder, PolicyKind kind) {
        grants(holder, kind);
    }

    /** The direct grants without those of the kind. */
    private ArrayNode grants(UserId holder, PolicyKind kind) {
        var document = edit.holder(holder);
        var account = edit.content().account(holder);
        if (account.isPresent() && kind == PolicyKind.SHARED_CALLING) {
            throw TenantEdit.invalid("A resource account can't be granted %s".formatted(kind.type()));
        }
        FileTenant.needed(account.map(stored -> stored.grants())
                .orElseGet(() -> edit.content().user(holder).orElseThrow().grants()));
        var grants = document.withArrayProperty("policyGrants");
        grants.removeIf(grant -> WireJson.text(grant, "policyType").equalsIgnoreCase(kind.type()));
        return grants;
    }

    /** The Teams Phone licence runs out, and its feature with it. */
    public void expirePhoneLicence(UserId person) {
        var document = edit.user(person);
        for (var plan : WireJson.objects(document.path("assignedPlans"))) {
            if (PublishedData.PHONE_SYSTEM.contains(
                    WireJson.text(plan, "servicePlanId").toLowerCase(Locale.ROOT))) {
                plan.put("capabilityStatus", "Deleted");
            }
        }
        if (document.get("featureTypes") instanceof ArrayNode features) {
            features.removeIf(feature -> feature.asString("").equals("PhoneSystem"));
        }
    }

    /** What the directory says of the person, such as {@code accountEnabled}; what is null there is empty. */
    public void describe(UserId person, String member, JsonNode value) {
        edit.user(person).set(member, value);
    }

    /** The person is a direct member of that group, too. */
    public void join(UserId person, GroupId joined) {
        for (var group : WireJson.objects(edit.section("groups"))) {
            if (joined.equals(new GroupId(WireJson.text(group, "id")))) {
                group.withArray("members").add(person.value());
            }
        }
    }

    /** The person is no direct member of those groups any more. */
    public void leave(UserId person, Set<GroupId> groups) {
        for (var group : WireJson.objects(edit.section("groups"))) {
            if (groups.contains(new GroupId(WireJson.text(group, "id")))
                    && group.get("members") instanceof ArrayNode members) {
                members.removeIf(member -> person.value().equalsIgnoreCase(member.asString("")));
            }
        }
    }
}
