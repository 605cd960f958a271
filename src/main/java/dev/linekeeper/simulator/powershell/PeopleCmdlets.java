package dev.linekeeper.simulator.powershell;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.GroupGrant;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.state.GroupEdit;
import dev.linekeeper.simulator.state.PersonEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantEdit;
import dev.linekeeper.simulator.state.WireJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets for people, resource accounts and groups: user objects, voice and grants. */
record PeopleCmdlets(SimulatedTenant tenant, Delays later) {
    private static final Map<PolicyKind, String> GRANTS = Map.of(
            PolicyKind.SHARED_CALLING, "Grant-CsTeamsSharedCallingRoutingPolicy",
            PolicyKind.VOICE_ROUTING, "Grant-CsOnlineVoiceRoutingPolicy",
            PolicyKind.EMERGENCY_CALL_ROUTING, "Grant-CsTeamsEmergencyCallRoutingPolicy",
            PolicyKind.EMERGENCY_CALLING, "Grant-CsTeamsEmergencyCallingPolicy",
            PolicyKind.CALLING_LINE_IDENTITY, "Grant-CsCallingLineIdentity",
            PolicyKind.DIAL_PLAN, "Grant-CsTenantDialPlan",
            PolicyKind.DIAL_OUT, "Grant-CsDialoutPolicy",
            PolicyKind.CALLING, "Grant-CsTeamsCallingPolicy");

    void serve(CmdletTable cmdlets) {
        cmdlets.on("Get-CsOnlineUser", Set.of("Identity", "AccountType"), this::users)
                .on("Set-CsPhoneNumberAssignment", Set.of("Identity", "EnterpriseVoiceEnabled"), this::switchVoice)
                .on("Get-CsUserPolicyAssignment", Set.of("Identity", "PolicyType"), this::effective)
                .on("Get-CsGroupPolicyAssignment", Set.of("PolicyType"), this::groups)
                .on("Remove-CsGroupPolicyAssignment", Set.of("GroupId", "PolicyType"), this::revoke);
        GRANTS.forEach((kind, name) -> cmdlets.on(
                name,
                Set.of("Identity", "PolicyName", "Group", "Rank"),
                parameters -> parameters.has("Group") ? grantGroup(kind, parameters) : grantPerson(kind, parameters)));
    }

    private List<ObjectNode> users(ObjectNode parameters) {
        var users = new UserObjects(tenant);
        var identity = WireJson.text(parameters, "Identity");
        if (identity.isBlank()) {
            return switch (WireJson.text(parameters, "AccountType")) {
                case "ResourceAccount" -> users.accounts();
                case "User" -> users.people();
                default -> throw CmdletError.of("BadRequest", "Everybody at once is not served here.");
            };
        }
        return List.of(users.find(new UserId(identity)).orElseThrow(() -> CmdletError.noSuch(identity)));
    }

    private List<ObjectNode> switchVoice(ObjectNode parameters) {
        var identity = CmdletTable.required(parameters, "Identity");
        if (!parameters.path("EnterpriseVoiceEnabled").isBoolean()) {
            throw CmdletError.missing("EnterpriseVoiceEnabled");
        }
        var on = parameters.path("EnterpriseVoiceEnabled").booleanValue();
        try {
            tenant.change(edit -> new PersonEdit(edit).setVoice(new UserId(identity), on));
        } catch (BackendFailure refused) {
            throw switch (refused.kind()) {
                case CONFLICT ->
                    CmdletError.of(
                            "BadRequest",
                            "User '%s' lacks appropriate licenses for Enterprise Voice.".formatted(identity));
                case NOT_FOUND -> CmdletError.noSuch(identity);
                case DENIED, INVALID, THROTTLED, TRANSIENT, UNSUPPORTED, PROTOCOL -> CmdletError.of(refused);
            };
        }
        return List.of();
    }

    private List<ObjectNode> effective(ObjectNode parameters) {
        var holder = holder(parameters);
        var asked = WireJson.text(parameters, "PolicyType");
        List<ObjectNode> printed = new ArrayList<>();
        tenant.policies(holder).forEach((kind, fact) -> {
            if (asked.isBlank() || asked.equalsIgnoreCase(kind.type())) {
                var assignment = fact.fold(known -> known, why -> {
                    throw CmdletError.of("InternalServerError", why);
                });
                var entry = WireJson.object()
                        .put("PolicyType", kind.type())
                        .put("PolicyName", assignment.policy().value());
                if (sources(entry.putArray("PolicySource"), assignment)) {
                    printed.add(entry);
                }
            }
        });
        return printed;
    }

    /** Lists the direct grant, then the group's beneath it; false when Global applies. */
    private static boolean sources(ArrayNode listed, Assignment assignment) {
        return switch (assignment) {
            case Assignment.Direct(var policy, var beneath) -> {
                source(listed, "Direct", policy, null);
                beneath.known().ifPresent(under -> sources(listed, under));
                yield true;
            }
            case Assignment.ByGroup(var policy, var group) -> {
                source(listed, "Group", policy, group.value());
                yield true;
            }
            case Assignment.Inherited() -> false;
        };
    }

    private static void source(ArrayNode listed, String type, PolicyName policy, @Nullable String reference) {
        listed.addObject()
                .put("AssignmentType", type)
                .put("PolicyName", policy.value())
                .put("Reference", reference);
    }

    /** Who is named; fails when there is nobody, and no account, of that id. */
    private UserId holder(ObjectNode parameters) {
        var identity = CmdletTable.required(parameters, "Identity");
        var holder = new UserId(identity);
        if (tenant.policies(holder).isEmpty()) {
            throw CmdletError.noSuch(identity);
        }
        return holder;
    }

    private List<ObjectNode> grantPerson(PolicyKind kind, ObjectNode parameters) {
        if (!parameters.has("PolicyName")) {
            throw CmdletError.missing("PolicyName");
        }
        var policy = Optional.of(WireJson.text(parameters, "PolicyName")).filter(name -> !name.isBlank());
        var holder = holder(parameters);
        var known = tenant.content().policies().getOrDefault(kind, Map.of());
        policy.filter(name -> !known.containsKey(new PolicyName(name))).ifPresent(name -> {
            throw CmdletError.noSuchPolicy(name);
        });
        Consumer<TenantEdit> change = edit -> policy.ifPresentOrElse(
                name -> new PersonEdit(edit).grant(holder, kind, new PolicyName(name)),
                () -> new PersonEdit(edit).revoke(holder, kind));
        // A refusal is immediate; the change is made after the delay.
        tenant.check(change);
        Delays.after(later.grant(), () -> tenant.change(change));
        return List.of();
    }

    private List<ObjectNode> grantGroup(PolicyKind kind, ObjectNode parameters) {
        var rank = parameters.path("Rank");
        if (!rank.isInt()) {
            throw CmdletError.missing("Rank");
        }
        var policy = new PolicyName(CmdletTable.required(parameters, "PolicyName"));
        var group = new GroupId(WireJson.text(parameters, "Group"));
        tenant.change(edit -> new GroupEdit(edit).grant(group, kind, policy, rank.intValue()));
        return List.of();
    }

    private List<ObjectNode> groups(ObjectNode parameters) {
        var asked = WireJson.text(parameters, "PolicyType");
        var kinds = asked.isBlank() ? List.of(PolicyKind.values()) : List.of(kind(asked));
        return FileTenant.section(tenant.content().groupGrants(), "groupPolicyAssignments").read().stream()
                .filter(grant -> kinds.contains(grant.kind()))
                .sorted(Comparator.comparing(GroupGrant::kind).thenComparingInt(GroupGrant::rank))
                .map(grant -> WireJson.object()
                        .put("GroupId", grant.group().value())
                        .put("PolicyType", grant.kind().type())
                        .put("PolicyName", grant.policy().value())
                        .put("Priority", grant.rank())
                        .put("CreatedTime", "2026-01-05T09:00:00Z")
                        .put("CreatedBy", ""))
                .toList();
    }

    private List<ObjectNode> revoke(ObjectNode parameters) {
        var group = new GroupId(CmdletTable.required(parameters, "GroupId"));
        var kind = kind(CmdletTable.required(parameters, "PolicyType"));
        try {
            tenant.change(edit -> new GroupEdit(edit).revoke(group, kind));
        } catch (BackendFailure refused) {
            throw refused.kind() == FailureKind.NOT_FOUND ? CmdletError.noSuch(group.value()) : refused;
        }
        return List.of();
    }

    private static PolicyKind kind(String type) {
        return PolicyKind.ofType(type)
                .orElseThrow(
                        () -> CmdletError.of("BadRequest", "The policy type '%s' is not supported.".formatted(type)));
    }
}
