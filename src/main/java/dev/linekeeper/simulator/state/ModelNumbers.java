package dev.linekeeper.simulator.state;

import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.Numbers;
import dev.linekeeper.service.tenant.Ticket;
import java.util.List;
import java.util.Optional;

record ModelNumbers(TenantModel model, Numbers reading) implements Numbers {
    @Override
    public String source() {
        return reading.source();
    }

    @Override
    public List<TelephoneNumber> all() {
        return reading.all();
    }

    @Override
    public Optional<TelephoneNumber> find(PhoneNumber number) {
        return reading.find(number);
    }

    @Override
    public Ticket assign(
            PhoneNumber number, NumberType type, UserId holder, Optional<LocationId> location, ChangeKey key) {
        model.change(
                content -> new NumberEdit(new Edit(content, model.stamp())).assign(number, type, holder, location));
        return new Ticket.Accepted();
    }

    @Override
    public Ticket release(PhoneNumber number, NumberType type, ChangeKey key) {
        model.change(content -> new NumberEdit(new Edit(content, model.stamp())).release(number, type));
        return new Ticket.Accepted();
    }

    @Override
    public void setLocation(PhoneNumber number, Optional<LocationId> location, ChangeKey key) {
        model.change(content -> new NumberEdit(new Edit(content, model.stamp())).locate(number, location));
    }

    /** Changes to a file are through at once, so there is nothing to follow. */
    @Override
    public Ticket follow(Ticket.Running ticket) {
        throw Edit.notFound("There is no operation %s".formatted(ticket.operation()));
    }
}
