package dev.linekeeper.simulator.state;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.Optional;

/** Accounts and auto attendants of a rehearsal, with what answers calls to an account to be changed. */
record RehearsedApplications(SimulatedTenant tenant, VoiceApplications reading) implements VoiceApplications {
    @Override
    public String source() {
        return reading.source();
    }

    @Override
    public Entries<ResourceAccount> resourceAccounts() {
        return reading.resourceAccounts();
    }

    @Override
    public Entries<AutoAttendant> autoAttendants() {
        return reading.autoAttendants();
    }

    @Override
    public WriteReceipt associate(UserId account, String attendant, ChangeKey key) {
        return tenant.written(edit -> new AssociationEdit(edit).associate(account, attendant));
    }

    @Override
    public WriteReceipt create(String userPrincipalName, String displayName, ChangeKey key) {
        return tenant.written(edit -> new NewAccountEdit(edit).create(userPrincipalName, displayName));
    }

    @Override
    public WriteReceipt assign(
            UserId account, PhoneNumber number, NumberType type, Optional<LocationId> place, ChangeKey key) {
        try {
            return tenant.written(edit -> new NumberEdit(edit).assign(number, type, account, place));
        } catch (BackendFailure refused) {
            throw NumberEdit.isOfLicence(refused)
                    ? new BackendFailure(FailureKind.TRANSIENT, String.valueOf(refused.getMessage()))
                    : refused;
        }
    }

    @Override
    public WriteReceipt dissociate(UserId account, ChangeKey key) {
        return tenant.written(edit -> new AssociationEdit(edit).dissociate(account));
    }

    @Override
    public WriteReceipt setUsageLocation(UserId account, Country country, ChangeKey key) {
        return tenant.written(edit -> new AccountEdit(edit).setUsageLocation(account, country));
    }

    @Override
    public WriteReceipt setSignIn(UserId account, boolean allowed, ChangeKey key) {
        return tenant.written(edit -> new AccountEdit(edit).setSignIn(account, allowed));
    }
}
