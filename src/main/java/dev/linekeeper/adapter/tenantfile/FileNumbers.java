package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.LinePolicyList;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

record FileNumbers(FileTenant tenant) implements NumberInventory {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public NumberList all() {
        return new NumberList(
                numbers().values().stream().map(completed()).toList(),
                tenant.content().unread("telephoneNumbers"));
    }

    @Override
    public Optional<TelephoneNumber> find(PhoneNumber number) {
        return Optional.ofNullable(numbers().get(number)).map(completed());
    }

    @Override
    public WriteReceipt assign(
            PhoneNumber number,
            NumberType type,
            UserId holder,
            Optional<LocationId> location,
            Category category,
            ChangeKey key) {
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

    /** With the policy of the number itself: as the line of whoever has it says, else as the list of all numbers does. */
    private UnaryOperator<TelephoneNumber> completed() {
        var stamp = tenant.stamp();
        var told = tenant.content().users().stream()
                .flatMap(users -> users.values().stream())
                .flatMap(user -> user.lines().known().stream().flatMap(List::stream))
                .filter(line -> line.sharedCalling().known().isPresent())
                .collect(Collectors.toMap(Line::number, Line::sharedCalling, (first, _) -> first));
        var listed = tenant.linePolicies();
        return number -> {
            var own = told.get(number.number());
            return stamp.on(
                    own != null
                            ? number.granted(own)
                            : listed.map(list -> number.granted(LinePolicyList.of(number.number(), list)))
                                    .orElse(number));
        };
    }

    private Map<PhoneNumber, TelephoneNumber> numbers() {
        return tenant.part(TenantContent::numbers, "telephoneNumbers");
    }
}
