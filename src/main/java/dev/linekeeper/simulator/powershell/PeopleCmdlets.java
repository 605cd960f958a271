package dev.linekeeper.simulator.powershell;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.state.GroupEdit;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.PersonEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantEdit;
import dev.linekeeper.simulator.state.WireJson;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets for people, resource accounts and groups: user objects, voice and grants. */
record PeopleCmdlets(SimulatedTenant tenant, Delays later) {
    void serve(CmdletTable cmdlets) {
        cmdlets.on("Get-CsOnlineUser -Identity -AccountType", this::users)
                .does(
                        "Set-CsPhoneNumberAssignment -Identity -EnterpriseVoiceEnabled"
                                + AccountNumberCmdlet.PARAMETERS,
                        parameters -> {
                            if (!parameters.has("Identity") && parameters.has("LocationId")) {
                                locate(parameters);
                            } else if (parameters.has("TelephoneNumber") || parameters.has("PhoneNumber")) {
                                new AccountNumberCmdlet(tenant).assign(parameters);
                            } else {
                                switchVoice(parameters);
                            }
                        })
                .does(
                        "Remove-CsPhoneNumberAssignment -Identity" + AccountNumberCmdlet.PARAMETERS,
                        new AccountNumberCmdlet(tenant)::remove)
                .on("Get-CsUserPolicyAssignment -Identity -PolicyType", this::effective)
                .on("Get-CsGroupPolicyAssignment -PolicyType", this::groups)
                .does("Remove-CsGroupPolicyAssignment -GroupId -PolicyType", this::revoke);
        for (var kind : PolicyKind.values()) {
            // The one noun that differs from the type's.
            var noun = kind == PolicyKind.DIAL_OUT ? "DialoutPolicy" : kind.type();
            cmdlets.does("Grant-Cs" + noun + " -Identity -PolicyName -Group -Rank", parameters -> {
                if (parameters.has("Group")) {
                    grantGroup(kind, parameters);
                } else {
                    grantPerson(kind, parameters);
                }
            });
        }
    }

    private Stream<ObjectNode> users(ObjectNode parameters) {
        var users = new UserObjects(tenant);
        var identity = WireJson.text(parameters, "Identity");
        if (identity.isBlank()) {
            return switch (WireJson.text(parameters, "AccountType")) {
                case "ResourceAccount" -> users.accounts();
                case "User" -> users.people();
                default -> throw CmdletError.of("BadRequest", "Everybody at once is not served here.");
            };
        }
        return Stream.of(users.find(new UserId(identity)).orElseThrow(() -> CmdletError.noSuch(identity)));
    }

    /** The word null takes a place away. */
    private void locate(ObjectNode parameters) {
        var number = PhoneNumber.of(CmdletTable.required(parameters, "TelephoneNumber"));
        var place = LocationId.of(CmdletTable.required(parameters, "LocationId").replace("null", ""));
        tenant.change(edit -> new NumberEdit(edit).locate(number, place));
    }

    private void switchVoice(ObjectNode parameters) {
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
    }

    private Stream<ObjectNode> effective(ObjectNode parameters) {
        var asked = WireJson.text(parameters, "PolicyType");
        return tenant.policies(holder(parameters)).entrySet().stream()
                .filter(each ->
                        asked.isBlank() || asked.equalsIgnoreCase(each.getKey().type()))
                .map(each -> {
                    var assignment = each.getValue().fold(known -> known, why -> {
                        throw CmdletError.of("InternalServerError", why);
                    });
                    var printed = WireJson.object()
                            .put("PolicyType", each.getKey().type())
                            .put("PolicyName", assignment.policy().value());
                    sources(printed.putArray("PolicySource"), assignment);
                    return printed;
                })
                .filter(printed -> !printed.path("PolicySource").isEmpty());
    }

    /** Lists the direct grant, then the group's beneath it; nothing when Global applies. */
    private static void sources(ArrayNode listed, Assignment assignment) {
        switch (assignment) {
            case Assignment.Direct(var policy, var beneath) -> {
                source(listed, "Direct", policy, null);
                beneath.known().ifPresent(under -> sources(listed, under));
            }
            case Assignment.ByGroup(var policy, var group) -> source(listed, "Group", policy, group.value());
            case Assignment.Inherited() -> {}
        }
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

    private void grantPerson(PolicyKind kind, ObjectNode parameters) {
        if (!parameters.has("PolicyName")) {
            throw CmdletError.missing("PolicyName");
        }
        var policy = Optional.of(WireJson.text(parameters, "PolicyName")).filter(name -> !name.isBlank());
        var holder = holder(parameters);
        var known = tenant.content().policies().getOrDefault(kind, Map.of());
        policy.filter(name -> !known.containsKey(new PolicyName(name))).ifPresent(name -> {
            throw CmdletError.of("ClientError", "[ClientError] : \"%s\" not found".formatted(name));
        });
        Consumer<TenantEdit> change = edit -> policy.ifPresentOrElse(
                name -> new PersonEdit(edit).grant(holder, kind, new PolicyName(name)),
                () -> new PersonEdit(edit).revoke(holder, kind));
        // A refusal is immediate; the change is made after the delay.
        tenant.check(change);
        Delays.after(later.grant(), () -> tenant.change(change));
    }

    private void grantGroup(PolicyKind kind, ObjectNode parameters) {
        var rank = parameters.path("Rank");
        if (!rank.isInt()) {
            throw CmdletError.missing("Rank");
        }
        var policy = new PolicyName(CmdletTable.required(parameters, "PolicyName"));
        var group = new GroupId(WireJson.text(parameters, "Group"));
        tenant.change(edit -> new GroupEdit(edit).grant(group, kind, policy, rank.intValue()));
    }

    private Stream<ObjectNode> groups(ObjectNode parameters) {
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
                        .put("CreatedBy", ""));
    }

    private void revoke(ObjectNode parameters) {
        var group = new GroupId(CmdletTable.required(parameters, "GroupId"));
        var kind = kind(CmdletTable.required(parameters, "PolicyType"));
        try {
            tenant.change(edit -> new GroupEdit(edit).revoke(group, kind));
        } catch (BackendFailure refused) {
            throw refused.kind() == FailureKind.NOT_FOUND ? CmdletError.noSuch(group.value()) : refused;
        }
    }

    private static PolicyKind kind(String type) {
        return PolicyKind.ofType(type)
                .orElseThrow(
                        () -> CmdletError.of("BadRequest", "The policy type '%s' is not supported.".formatted(type)));
    }
}
