package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.Map;
import java.util.Optional;

record FileNumbers(FileTenant tenant) implements NumberInventory {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public NumberList all() {
        return new NumberList(
                numbers().values().stream().map(tenant.stamp()::on).toList(),
                tenant.content().unread("telephoneNumbers"));
    }

    @Override
    public Optional<TelephoneNumber> find(PhoneNumber number) {
        return Optional.ofNullable(numbers().get(number)).map(tenant.stamp()::on);
    }

    @Override
    public WriteReceipt assign(
            PhoneNumber number, NumberType type, UserId holder, Optional<LocationId> location, ChangeKey key) {
        throw RefusedChanges.refusal();
    }

    @Override
    public WriteReceipt release(PhoneNumber number, NumberType type, ChangeKey key) {
        throw RefusedChanges.refusal();
    }

    @Override
    public void setLocation(PhoneNumber number, Optional<LocationId> location, ChangeKey key) {
        throw RefusedChanges.refusal();
    }

    @Override
    public WriteReceipt follow(WriteReceipt.RunningWrite receipt) {
        throw RefusedChanges.refusal();
    }

    private Map<PhoneNumber, TelephoneNumber> numbers() {
        return tenant.part(TenantContent::numbers, "telephoneNumbers");
    }
}
