package dev.linekeeper.service.tenant.accounts;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.Optional;

/** Resource accounts as Teams has them, with what Entra says of them changed through another backend. */
public record AccountsInEntra(VoiceApplications teams, AccountEntries entra) implements VoiceApplications {
    @Override
    public String source() {
        return teams.source();
    }

    @Override
    public Entries<ResourceAccount> resourceAccounts() {
        return teams.resourceAccounts();
    }

    @Override
    public Entries<AutoAttendant> autoAttendants() {
        return teams.autoAttendants();
    }

    @Override
    public WriteReceipt associate(UserId account, String attendant, ChangeKey key) {
        return teams.associate(account, attendant, key);
    }

    @Override
    public WriteReceipt create(String userPrincipalName, String displayName, ChangeKey key) {
        return teams.create(userPrincipalName, displayName, key);
    }

    @Override
    public WriteReceipt assign(
            UserId account, PhoneNumber number, NumberType type, Optional<LocationId> place, ChangeKey key) {
        return teams.assign(account, number, type, place, key);
    }

    @Override
    public WriteReceipt dissociate(UserId account, ChangeKey key) {
        return teams.dissociate(account, key);
    }

    @Override
    public WriteReceipt setUsageLocation(UserId account, Country country, ChangeKey key) {
        return entra.setUsageLocation(account, country, key);
    }

    @Override
    public WriteReceipt setSignIn(UserId account, boolean allowed, ChangeKey key) {
        return entra.setSignIn(account, allowed, key);
    }
}
