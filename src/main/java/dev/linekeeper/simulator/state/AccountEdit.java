package dev.linekeeper.simulator.state;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes what Microsoft Entra says of an account, where the application was granted that; a usage location is never taken away. */
public record AccountEdit(TenantEdit edit) {
    /** What the application is granted from now on, instead of what it was. */
    public void grant(Set<String> permissions) {
        var granted = edit.section("applicationPermissions");
        granted.removeAll();
        permissions.stream().sorted().forEach(granted::add);
    }

    public void setUsageLocation(UserId account, @Nullable Country country) {
        needs(AccountRight.USAGE_LOCATION);
        if (country == null) {
            throw TenantEdit.invalid("Invalid value specified for property 'usageLocation' of resource 'User'.");
        }
        edit.holder(account).put("usageLocation", country.iso());
    }

    /** As an account is that nobody ever gave one. */
    public void clearUsageLocation(UserId account) {
        edit.holder(account).putNull("usageLocation");
    }

    public void setSignIn(UserId account, boolean allowed) {
        needs(AccountRight.SIGN_IN);
        edit.holder(account).put("accountEnabled", allowed);
    }

    private void needs(AccountRight right) {
        if (!AccountRight.among(edit.content().applicationPermissions()).contains(right)) {
            throw new BackendFailure(FailureKind.DENIED, "Insufficient privileges to complete the operation.");
        }
    }
}
