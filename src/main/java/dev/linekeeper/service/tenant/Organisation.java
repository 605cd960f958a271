package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.Cloud;
import java.util.Optional;

/** The tenant itself. */
public interface Organisation extends Backend {
    /** The Entra tenant id. */
    String tenantId();

    String displayName();

    Cloud cloud();

    /** Units of the resource account licence that nobody uses. */
    int freeResourceAccountLicences();

    /** The version of the MicrosoftTeams module in use, empty when PowerShell is not used. */
    Optional<String> powerShellModule();
}
