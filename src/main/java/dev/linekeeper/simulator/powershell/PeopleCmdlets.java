package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.state.PersonEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantEdit;
import dev.linekeeper.simulator.state.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets for people and resource accounts: their user objects, voice and direct grants. */
record PeopleCmdlets(SimulatedTenant model, Delays later) {
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
                .on("Get-CsUserPolicyAssignment", Set.of("Identity", "PolicyType"), this::effective);
        GRANTS.forEach((kind, name) -> cmdlets.on(
                name, Set.of("Identity", "PolicyName", "Group", "Rank"), parameters -> grant(kind, parameters)));
    }

    private List<ObjectNode> users(ObjectNode parameters) {
        var users = new UserObjects(model);
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
            model.change(edit -> new PersonEdit(edit).setVoice(new UserId(identity), on));
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
        var identity = CmdletTable.required(parameters, "Identity");
        var policies = policies(new UserId(identity)).orElseThrow(() -> CmdletError.noSuch(identity));
        var asked = WireJson.text(parameters, "PolicyType");
        List<ObjectNode> printed = new ArrayList<>();
        for (var kind : PolicyKind.values()) {
            if (asked.isBlank() || asked.equalsIgnoreCase(kind.type())) {
                var assignment = known(Optional.ofNullable(policies.get(kind))
                        .orElseGet(() -> Fact.missing("%s is not known".formatted(kind.type()))));
                var entry = WireJson.object()
                        .put("PolicyType", kind.type())
                        .put("PolicyName", assignment.policy().value());
                if (sources(entry.putArray("PolicySource"), assignment)) {
                    printed.add(entry);
                }
            }
        }
        return printed;
    }

    /** Lists the direct grant, then the group's beneath it; false when Global applies. */
    private static boolean sources(ArrayNode listed, Assignment assignment) {
        return switch (assignment) {
            case Assignment.Direct(var policy, var beneath) -> {
                listed.addObject()
                        .put("AssignmentType", "Direct")
                        .put("PolicyName", policy.value())
                        .putNull("Reference");
                beneath.known().ifPresent(under -> sources(listed, under));
                yield true;
            }
            case Assignment.ByGroup(var policy, var group) -> {
                listed.addObject()
                        .put("AssignmentType", "Group")
                        .put("PolicyName", policy.value())
                        .put("Reference", group.value());
                yield true;
            }
            case Assignment.Inherited() -> false;
        };
    }

    private List<ObjectNode> grant(PolicyKind kind, ObjectNode parameters) {
        if (!parameters.has("PolicyName")) {
            throw CmdletError.missing("PolicyName");
        }
        if (parameters.has("Group")) {
            return new GroupCmdlets(model).grant(kind, parameters);
        }
        var policy = Optional.of(WireJson.text(parameters, "PolicyName")).filter(name -> !name.isBlank());
        var identity = CmdletTable.required(parameters, "Identity");
        var person = new UserId(identity);
        if (policies(person).isEmpty()) {
            throw CmdletError.noSuch(identity);
        }
        policy.ifPresent(name -> mustExist(kind, name));
        Consumer<TenantEdit> change = edit -> {
            var grants = new PersonEdit(edit);
            policy.ifPresentOrElse(
                    name -> grants.grant(person, kind, new PolicyName(name)), () -> grants.revoke(person, kind));
        };
        // A refusal is immediate; the change is made after the delay.
        model.check(change);
        Delays.after(later.grant(), () -> model.change(change));
        return List.of();
    }

    private void mustExist(PolicyKind kind, String name) {
        var policies = Optional.ofNullable(model.content().policies().get(kind)).orElse(Map.of());
        if (!policies.containsKey(new PolicyName(name))) {
            throw CmdletError.noSuchPolicy(name);
        }
    }

    private Optional<Map<PolicyKind, Fact<Assignment>>> policies(UserId holder) {
        var ports = model.ports();
        return ports.voiceUsers()
                .read(holder)
                .map(user -> user.policies())
                .or(() -> ports.voiceApplications().resourceAccounts().stream()
                        .filter(account -> account.id().equals(holder))
                        .findFirst()
                        .map(account -> account.policies()));
    }

    private static Assignment known(Fact<Assignment> fact) {
        return fact.fold(assignment -> assignment, why -> {
            throw CmdletError.of("InternalServerError", why);
        });
    }
}
