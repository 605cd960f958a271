package dev.linekeeper.service.tenant.accounts;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.Backend;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.WriteReceipt;

/**
 * Resource accounts as Microsoft Entra has them. Writes are harmless when they have been made already; without the permission
 * they fail as {@code DENIED}.
 */
public interface AccountEntries extends Backend {
    /** See {@link VoiceApplications#setUsageLocation}. */
    WriteReceipt setUsageLocation(UserId account, Country country, ChangeKey key);

    /** See {@link VoiceApplications#setSignIn}. */
    WriteReceipt setSignIn(UserId account, boolean allowed, ChangeKey key);
}
