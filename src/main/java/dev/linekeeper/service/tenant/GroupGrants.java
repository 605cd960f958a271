package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.GroupGrant;
import dev.linekeeper.core.tenant.PolicyKind;
import java.util.List;

/** Policies granted to groups. Only Teams PowerShell can tell. */
public interface GroupGrants extends Backend {
    /** The grants of a kind, lowest rank first: that one wins. */
    List<GroupGrant> granted(PolicyKind kind);
}
