package dev.linekeeper.simulator.state;

import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.Optional;

record SimulatedNumbers(SimulatedTenant model, NumberInventory reading) implements NumberInventory {
    @Override
    public String source() {
        return reading.source();
    }

    @Override
    public NumberList all() {
        return reading.all();
    }

    @Override
    public Optional<TelephoneNumber> find(PhoneNumber number) {
        return reading.find(number);
    }

    @Override
    public WriteReceipt assign(
            PhoneNumber number, NumberType type, UserId holder, Optional<LocationId> location, ChangeKey key) {
        model.change(content ->
                new NumberEdit(new TenantEdit(content, model.stamp())).assign(number, type, holder, location));
        return new WriteReceipt.AcceptedWrite();
    }

    @Override
    public WriteReceipt release(PhoneNumber number, NumberType type, ChangeKey key) {
        model.change(content -> new NumberEdit(new TenantEdit(content, model.stamp())).release(number, type));
        return new WriteReceipt.AcceptedWrite();
    }

    @Override
    public void setLocation(PhoneNumber number, Optional<LocationId> location, ChangeKey key) {
        model.change(content -> new NumberEdit(new TenantEdit(content, model.stamp())).locate(number, location));
    }

    /** Fails: changes are immediate, so there are no operations. */
    @Override
    public WriteReceipt follow(WriteReceipt.RunningWrite receipt) {
        throw TenantEdit.notFound("There is no operation %s".formatted(receipt.operation()));
    }
}
