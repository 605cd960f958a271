package dev.linekeeper.adapter.tenantfile.content;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import java.util.Map;

/**
 * A resource account in the file.
 *
 * @param account without effective policies; those are computed when it is read
 * @param grants the policies granted directly, by kind
 */
public record StoredAccount(
        ResourceAccount account, Fact<Map<PolicyKind, PolicyName>> grants, ReportedPolicies reported) {
    public UserId id() {
        return account.id();
    }
}
