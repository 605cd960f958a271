package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets for policy grants to groups. */
record GroupCmdlets(SimulatedTenant model) {
    private static final ChangeKey KEY = new ChangeKey("powershell", 0);

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
        model.groupGrants()
                .grant(
                        new GroupId(WireJson.text(parameters, "Group")),
                        kind,
                        policy,
                        parameters.path("Rank").intValue(),
                        KEY);
        return List.of();
    }

    private List<ObjectNode> grants(ObjectNode parameters) {
        var asked = WireJson.text(parameters, "PolicyType");
        var kinds = asked.isBlank() ? Arrays.stream(PolicyKind.values()) : Stream.of(kind(asked));
        return kinds.flatMap(kind -> model.groupGrants().granted(kind).stream()
                        .map(grant -> WireJson.object()
                                .put("GroupId", grant.group().value())
                                .put("PolicyType", kind.type())
                                .put("PolicyName", grant.policy().value())
                                .put("Priority", grant.rank())
                                .put("CreatedTime", "2026-01-05T09:00:00Z")
                                .put("CreatedBy", "")))
                .toList();
    }

    private List<ObjectNode> revoke(ObjectNode parameters) {
        var group = new GroupId(CmdletTable.required(parameters, "GroupId"));
        var kind = kind(CmdletTable.required(parameters, "PolicyType"));
        if (model.groupGrants().granted(kind).stream()
                .noneMatch(grant -> grant.group().equals(group))) {
            throw CmdletError.noSuch(group.value());
        }
        model.groupGrants().revoke(group, kind, KEY);
        return List.of();
    }

    private static PolicyKind kind(String type) {
        return PolicyKind.ofType(type)
                .orElseThrow(
                        () -> CmdletError.of("BadRequest", "The policy type '%s' is not supported.".formatted(type)));
    }
}
