package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The inventory completed with Microsoft's answer to whether a number may serve Shared Calling, which another backend
 * gives (rule RES-09). Without that backend the inventory is as it was, and the reason is said.
 */
record SupportedNumbers(Numbers numbers, SharedCallingSupport support, Clock clock) implements Numbers {
    @Override
    public String source() {
        return numbers.source();
    }

    @Override
    public List<TelephoneNumber> all() {
        var inventory = numbers.all();
        Fact<Map<PhoneNumber, Boolean>> answers = Readings.read(support, support::answers, clock);
        return inventory.stream()
                .map(number -> number.withSharedCallingSupported(answers.flatMap(known -> Optional.ofNullable(
                                known.get(number.number()))
                        .map(answer -> answers.map(_ -> answer))
                        .orElseGet(
                                () -> Fact.missing("%s gives no answer for the number".formatted(support.source()))))))
                .toList();
    }

    /** One number is looked up to be changed, for which the answer does not matter. */
    @Override
    public Optional<TelephoneNumber> find(PhoneNumber number) {
        return numbers.find(number);
    }

    @Override
    public Ticket assign(
            PhoneNumber number, NumberType type, UserId holder, Optional<LocationId> location, ChangeKey key) {
        return numbers.assign(number, type, holder, location, key);
    }

    @Override
    public Ticket release(PhoneNumber number, NumberType type, ChangeKey key) {
        return numbers.release(number, type, key);
    }

    @Override
    public void setLocation(PhoneNumber number, Optional<LocationId> location, ChangeKey key) {
        numbers.setLocation(number, location, key);
    }

    @Override
    public Ticket follow(Ticket.Running ticket) {
        return numbers.follow(ticket);
    }
}
