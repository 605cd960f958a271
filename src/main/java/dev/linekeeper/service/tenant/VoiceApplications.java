package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;

/** Resource accounts and the auto attendants behind them. Writes are harmless when they have been made already. */
public interface VoiceApplications extends Backend {
    Entries<ResourceAccount> resourceAccounts();

    Entries<AutoAttendant> autoAttendants();

    /** Has an auto attendant, by its id, answer calls to an account; a conflict while something else does. */
    WriteReceipt associate(UserId account, String attendant, ChangeKey key);

    /** Nothing answers calls to the account any more. */
    WriteReceipt dissociate(UserId account, ChangeKey key);
}
