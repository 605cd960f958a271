package dev.linekeeper.service.fixes;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.util.Optional;

/** The accounts of a tenant, where something happens after each write, and writes are counted. */
final class DisturbedApplications implements VoiceApplications {
    private final VoiceApplications real;
    Runnable before = () -> {};
    Runnable after = () -> {};
    int writes;

    DisturbedApplications(VoiceApplications real) {
        this.real = real;
    }

    TenantPorts in(TenantPorts ports) {
        return new TenantPorts(
                ports.directory(),
                ports.voiceUsers(),
                ports.voiceSwitch(),
                ports.numbers(),
                ports.policyGrants(),
                ports.policyCatalogue(),
                ports.emergencyLocations(),
                this,
                ports.organisation(),
                ports.sharedCallingPolicies(),
                ports.groupGrants());
    }

    @Override
    public String source() {
        return real.source();
    }

    @Override
    public Entries<ResourceAccount> resourceAccounts() {
        return real.resourceAccounts();
    }

    @Override
    public Entries<AutoAttendant> autoAttendants() {
        return real.autoAttendants();
    }

    @Override
    public WriteReceipt associate(UserId account, String attendant, ChangeKey key) {
        var receipt = real.associate(account, attendant, key);
        writes++;
        after.run();
        return receipt;
    }

    @Override
    public WriteReceipt setSignIn(UserId account, boolean allowed, ChangeKey key) {
        before.run();
        var receipt = real.setSignIn(account, allowed, key);
        writes++;
        return receipt;
    }

    @Override
    public WriteReceipt create(String userPrincipalName, String displayName, ChangeKey key) {
        var receipt = real.create(userPrincipalName, displayName, key);
        writes++;
        after.run();
        return receipt;
    }

    @Override
    public WriteReceipt assign(
            UserId account, PhoneNumber number, NumberType type, Optional<LocationId> place, ChangeKey key) {
        before.run();
        var receipt = real.assign(account, number, type, place, key);
        writes++;
        after.run();
        return receipt;
    }

    @Override
    public WriteReceipt dissociate(UserId account, ChangeKey key) {
        writes++;
        return real.dissociate(account, key);
    }
}
