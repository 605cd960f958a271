package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.ResourceAccount;

/** Resource accounts and the auto attendants behind them. */
public interface VoiceApplications extends Backend {
    Entries<ResourceAccount> resourceAccounts();

    Entries<AutoAttendant> autoAttendants();
}
