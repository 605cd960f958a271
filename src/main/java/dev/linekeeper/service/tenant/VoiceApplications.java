package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.ResourceAccount;
import java.util.List;

/** Resource accounts and the auto attendants behind them. */
public interface VoiceApplications extends Backend {
    List<ResourceAccount> resourceAccounts();

    List<AutoAttendant> autoAttendants();
}
