package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.LinePolicyList;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.PhoneNumberPolicies;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The inventory completed with the policies of single numbers, which another backend reads and writes: a failure there fails no inventory.
 *
 * @param granted all of them, as kept
 * @param forget drops what is kept of them
 */
public record NumbersWithPolicies(
        NumberInventory numbers, PhoneNumberPolicies policies, Supplier<Fact<LinePolicyList>> granted, Runnable forget)
        implements NumberInventory {
    @Override
    public String source() {
        return numbers.source();
    }

    @Override
    public NumberList all() {
        NumberList list = numbers.all();
        Fact<LinePolicyList> own = granted.get();
        return new NumberList(
                list.numbers().stream()
                        .map(number -> number.granted(LinePolicyList.of(number.number(), own)))
                        .toList(),
                list.unread());
    }

    @Override
    public Optional<TelephoneNumber> find(PhoneNumber number) {
        return numbers.find(number);
    }

    @Override
    public WriteReceipt assign(
            PhoneNumber number,
            NumberType type,
            UserId holder,
            Optional<LocationId> location,
            Category category,
            ChangeKey key) {
        return numbers.assign(number, type, holder, location, category, key);
    }

    @Override
    public WriteReceipt release(PhoneNumber number, NumberType type, ChangeKey key) {
        return numbers.release(number, type, key);
    }

    @Override
    public void setLocation(PhoneNumber number, Optional<LocationId> location, ChangeKey key) {
        numbers.setLocation(number, location, key);
    }

    @Override
    public WriteReceipt grant(PhoneNumber number, Optional<PolicyName> policy, ChangeKey key) {
        return policies.grant(number, policy, key);
    }

    @Override
    public void forgetGrants() {
        forget.run();
    }

    @Override
    public WriteReceipt follow(WriteReceipt.RunningWrite receipt) {
        return numbers.follow(receipt);
    }
}
