package dev.linekeeper.service.groundwork;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** The grants to groups of a tenant, where something happens after each write, by its number. */
final class DisturbedGroups implements GroupGrants {
    private final GroupGrants real;
    IntConsumer after = _ -> {};
    int writes;

    DisturbedGroups(GroupGrants real) {
        this.real = real;
    }

    TenantPorts in(TenantPorts ports) {
        return new TenantPorts(
                ports.directory(),
                ports.voiceUsers(),
                ports.voiceSwitch(),
                ports.numbers(),
                ports.policyGrants(),
                ports.policyCatalogue(),
                ports.emergencyLocations(),
                ports.voiceApplications(),
                ports.organisation(),
                ports.sharedCallingPolicies(),
                this);
    }

    @Override
    public String source() {
        return real.source();
    }

    @Override
    public GroupGrantList granted(PolicyKind kind) {
        return real.granted(kind);
    }

    @Override
    public WriteReceipt grant(GroupId group, PolicyKind kind, PolicyName policy, int rank, ChangeKey key) {
        return disturbed(() -> real.grant(group, kind, policy, rank, key));
    }

    @Override
    public WriteReceipt revoke(GroupId group, PolicyKind kind, ChangeKey key) {
        return disturbed(() -> real.revoke(group, kind, key));
    }

    private WriteReceipt disturbed(Supplier<WriteReceipt> write) {
        WriteReceipt receipt = write.get();
        after.accept(++writes);
        return receipt;
    }
}
