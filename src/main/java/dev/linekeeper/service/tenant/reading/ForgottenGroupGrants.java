package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.function.Supplier;

/** Grants to groups of which what was read before is forgotten once one is changed, or may have been. */
record ForgottenGroupGrants(GroupGrants real, CachedPart<GroupGrantList> cached) implements GroupGrants {
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
        return written(() -> real.grant(group, kind, policy, rank, key));
    }

    @Override
    public WriteReceipt revoke(GroupId group, PolicyKind kind, ChangeKey key) {
        return written(() -> real.revoke(group, kind, key));
    }

    private WriteReceipt written(Supplier<WriteReceipt> write) {
        try {
            return write.get();
        } finally {
            cached.forget();
        }
    }
}
