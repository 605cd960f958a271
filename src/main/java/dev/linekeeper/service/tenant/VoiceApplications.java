package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.Optional;

/** Resource accounts and the auto attendants behind them. Writes are harmless when they have been made already. */
public interface VoiceApplications extends Backend {
    Entries<ResourceAccount> resourceAccounts();

    Entries<AutoAttendant> autoAttendants();

    /** Has an auto attendant, by its id, answer calls to an account; a conflict while something else does. */
    WriteReceipt associate(UserId account, String attendant, ChangeKey key);

    /** Makes an account of an auto attendant; harmless where it is one, a conflict where the name is somebody else's. */
    WriteReceipt create(String userPrincipalName, String displayName, ChangeKey key);

    /**
     * Gives a number to an account, with its place where one is named; a conflict when somebody else holds the number. While
     * the licence of the account has not got to Teams voice it is {@link BackendFailure.FailureKind#TRANSIENT}.
     */
    WriteReceipt assign(UserId account, PhoneNumber number, NumberType type, Optional<LocationId> place, ChangeKey key);

    /** Nothing answers calls to the account any more. */
    WriteReceipt dissociate(UserId account, ChangeKey key);

    /** Sets the country in which the licences of an account may be used, which cannot be taken away again. */
    default WriteReceipt setUsageLocation(UserId account, Country country, ChangeKey key) {
        throw notInEntra();
    }

    /** Lets people sign in as an account, or blocks it. */
    default WriteReceipt setSignIn(UserId account, boolean allowed, ChangeKey key) {
        throw notInEntra();
    }

    private BackendFailure notInEntra() {
        return new BackendFailure(
                FailureKind.UNSUPPORTED, "%s does not change accounts in Microsoft Entra".formatted(source()));
    }
}
