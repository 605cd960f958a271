package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;

/** Grants of policies to people. Both writes are harmless when they have been made already. */
public interface PolicyGrants extends Backend {
    WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key);

    /** Takes the direct grant away; a group's or the Global policy takes over. */
    WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key);
}
