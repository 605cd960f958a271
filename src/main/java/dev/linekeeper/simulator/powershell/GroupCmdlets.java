package dev.linekeeper.simulator.powershell;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.GroupGrant;
import dev.linekeeper.simulator.state.GroupEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets for policy grants to groups. */
record GroupCmdlets(SimulatedTenant model) {
    void serve(CmdletTable cmdlets) {
        cmdlets.on("Get-CsGroupPolicyAssignment", Set.of("PolicyType"), this::grants)
                .on("Remove-CsGroupPolicyAssignment", Set.of("GroupId", "PolicyType"), this::revoke);
    }

    /** {@code Grant-Cs… -Group}. */
    List<ObjectNode> grant(PolicyKind kind, ObjectNode parameters) {
        if (!parameters.path("Rank").isInt()) {
            throw CmdletError.missing("Rank");
        }
        var policy = new PolicyName(CmdletTable.required(parameters, "PolicyName"));
        var group = new GroupId(WireJson.text(parameters, "Group"));
        var rank = parameters.path("Rank").intValue();
        model.change(edit -> new GroupEdit(edit).grant(group, kind, policy, rank));
        return List.of();
    }

    private List<ObjectNode> grants(ObjectNode parameters) {
        var asked = WireJson.text(parameters, "PolicyType");
        var kinds = asked.isBlank() ? List.of(PolicyKind.values()) : List.of(kind(asked));
        return FileTenant.section(model.content().groupGrants(), "groupPolicyAssignments").stream()
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
            model.change(edit -> new GroupEdit(edit).revoke(group, kind));
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
