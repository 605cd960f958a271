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
import java.util.function.Consumer;

record SimulatedNumbers(SimulatedTenant tenant, NumberInventory reading) implements NumberInventory {
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
        return changed(edit -> edit.assign(number, type, holder, location));
    }

    @Override
    public WriteReceipt release(PhoneNumber number, NumberType type, ChangeKey key) {
        return changed(edit -> edit.release(number, type));
    }

    @Override
    public void setLocation(PhoneNumber number, Optional<LocationId> location, ChangeKey key) {
        changed(edit -> edit.locate(number, location));
    }

    private WriteReceipt changed(Consumer<NumberEdit> change) {
        tenant.change(edit -> change.accept(new NumberEdit(edit)));
        return new WriteReceipt.AcceptedWrite();
    }

    /** Fails: changes are immediate, so there are no operations. */
    @Override
    public WriteReceipt follow(WriteReceipt.RunningWrite receipt) {
        throw TenantEdit.notFound("There is no operation %s".formatted(receipt.operation()));
    }
}
