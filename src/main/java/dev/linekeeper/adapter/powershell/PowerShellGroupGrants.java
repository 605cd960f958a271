package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList.OddGrant;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code Grant-Cs… -Group -Rank} and {@code Remove-CsGroupPolicyAssignment}. What the service does for a group that has
 * a policy of the kind already is not documented, so that is refused.
 */
record PowerShellGroupGrants(PowerShell powerShell) implements GroupGrants {
    private static final Logger log = LoggerFactory.getLogger(PowerShellGroupGrants.class);

    @Override
    public String source() {
        return PowerShell.SOURCE;
    }

    @Override
    public GroupGrantList granted(PolicyKind kind) {
        var read = new ArrayList<GroupGrant>();
        var odd = new ArrayList<OddGrant>();
        if (grantableToGroups(kind)) {
            powerShell
                    .run(Cmdlet.READ_GROUP_GRANTS, Map.of("PolicyType", kind.type()))
                    .list(Function.identity())
                    .forEach(grant -> grant.told(at -> read(kind, at))
                            .fold(read::add, why -> odd.add(new OddGrant(group(grant), Optional.of(kind), why))));
        }
        return new GroupGrantList(read, odd);
    }

    @Override
    public WriteReceipt grant(GroupId group, PolicyKind kind, PolicyName policy, int rank, ChangeKey key) {
        var cmdlet = Cmdlet.granting(kind);
        if (!grantableToGroups(kind)) {
            throw new BackendFailure(FailureKind.UNSUPPORTED, "%s cannot be granted to groups".formatted(kind.type()));
        }
        var wanted = new GroupGrant(group, kind, policy, rank);
        var before = granted(kind);
        var places = before.places();
        var held = of(group, before);
        if (held.isPresent() && !held.get().equals(wanted)) {
            throw new BackendFailure(
                    FailureKind.CONFLICT,
                    "The group %s has %s at rank %d already"
                            .formatted(group, held.get().policy(), held.get().rank()));
        }
        if (held.isEmpty()) {
            if (rank < 1 || rank > places + 1) {
                throw new BackendFailure(FailureKind.INVALID, "The rank must be from 1 to %d".formatted(places + 1));
            }
            if (places >= GroupGrantList.MOST_GROUPS) {
                throw new BackendFailure(
                        FailureKind.CONFLICT,
                        "%d groups have a policy of the type %s already, and more are not possible"
                                .formatted(places, kind.type()));
            }
            write(cmdlet, kind, Map.of("Group", group.value(), "PolicyName", policy.value(), "Rank", rank));
            logChange("granted", group, kind, key, of(group, granted(kind)).equals(Optional.of(wanted)));
        }
        return new WriteReceipt.AcceptedWrite();
    }

    @Override
    public WriteReceipt revoke(GroupId group, PolicyKind kind, ChangeKey key) {
        if (of(group, granted(kind)).isPresent()) {
            powerShell.run(Cmdlet.REMOVE_GROUP_GRANT, Map.of("GroupId", group.value(), "PolicyType", kind.type()));
            logChange("revoked", group, kind, key, of(group, granted(kind)).isEmpty());
        }
        return new WriteReceipt.AcceptedWrite();
    }

    /**
     * Microsoft's pages disagree whether emergency call routing policies may be granted to groups, so that is sent, and a
     * refusal is said as what it most likely is.
     */
    private void write(Cmdlet cmdlet, PolicyKind kind, Map<String, ?> parameters) {
        try {
            powerShell.run(cmdlet, parameters);
        } catch (BackendFailure refused) {
            if (kind != PolicyKind.EMERGENCY_CALL_ROUTING || refused.kind() != FailureKind.INVALID) {
                throw refused;
            }
            throw new BackendFailure(
                    FailureKind.UNSUPPORTED,
                    refused.code(),
                    "Teams does not grant %s to groups in this tenant: %s".formatted(kind.type(), refused.getMessage()),
                    refused.requestId(),
                    Optional.empty());
        }
    }

    /** Dial-out policies are not among the types that are documented for groups. */
    private static boolean grantableToGroups(PolicyKind kind) {
        return Cmdlet.granting(kind).parameters().contains("Group");
    }

    /** The group's grant; fails when it may be one that could not be read. */
    private static Optional<GroupGrant> of(GroupId group, GroupGrantList grants) {
        for (var odd : grants.odd()) {
            if (odd.group().orElse(group).equals(group)) {
                throw new BackendFailure(FailureKind.PROTOCOL, odd.why());
            }
        }
        return grants.read().stream()
                .filter(grant -> grant.group().equals(group))
                .findFirst();
    }

    private static Optional<GroupId> group(JsonCursor grant) {
        return grant.told(at -> new GroupId(at.at("GroupId").text())).known();
    }

    /** The property is called Priority; Rank is only the heading of the table on screen, and the parameter. */
    private static GroupGrant read(PolicyKind kind, JsonCursor assignment) {
        return new GroupGrant(
                new GroupId(assignment.at("GroupId").text()),
                kind,
                assignment.at("PolicyName").policyName(),
                assignment.at("Priority").count());
    }

    private static void logChange(String what, GroupId group, PolicyKind kind, ChangeKey key, boolean visible) {
        log.info("action=group-policy-{} key={} group={} type={} visible={}", what, key, group, kind.type(), visible);
    }
}
