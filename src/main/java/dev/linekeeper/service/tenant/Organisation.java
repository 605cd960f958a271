package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import java.util.Optional;
import java.util.Set;

/** The tenant itself. */
public interface Organisation extends Backend {
    /** The Entra tenant id. */
    String tenantId();

    String displayName();

    Cloud cloud();

    /** The domains people of the organisation have their names in, in small letters; empty where nobody tells. */
    default Set<String> domains() {
        return Set.of();
    }

    /** What of resource accounts in Entra Linekeeper was granted to set; read from its own token, and nothing by default. */
    default Set<AccountRight> accountRights() {
        return Set.of();
    }

    /** Units of the resource account licence that nobody uses. */
    int freeResourceAccountLicences();

    /** The version of the MicrosoftTeams module in use, empty when PowerShell is not used. */
    Optional<String> powerShellModule();
}
