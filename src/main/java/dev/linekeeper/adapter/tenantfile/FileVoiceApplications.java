package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
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
import java.util.Optional;

record FileVoiceApplications(FileTenant tenant) implements VoiceApplications {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public Entries<ResourceAccount> resourceAccounts() {
        var read = tenant.part(TenantContent::accounts, "resourceAccounts").values().stream();
        return new Entries<>(
                read.map(tenant::account).toList(), tenant.content().unread("resourceAccounts"));
    }

    @Override
    public Entries<AutoAttendant> autoAttendants() {
        var read = tenant.part(TenantContent::autoAttendants, "autoAttendants").stream();
        return new Entries<>(
                read.map(tenant::attendant).toList(), tenant.content().unread("autoAttendants"));
    }

    @Override
    public WriteReceipt associate(UserId account, String attendant, ChangeKey key) {
        throw RefusedChanges.refusal();
    }

    @Override
    public WriteReceipt create(String userPrincipalName, String displayName, ChangeKey key) {
        throw RefusedChanges.refusal();
    }

    @Override
    public WriteReceipt assign(
            UserId account, PhoneNumber number, NumberType type, Optional<LocationId> place, ChangeKey key) {
        throw RefusedChanges.refusal();
    }

    @Override
    public WriteReceipt dissociate(UserId account, ChangeKey key) {
        throw RefusedChanges.refusal();
    }
}
