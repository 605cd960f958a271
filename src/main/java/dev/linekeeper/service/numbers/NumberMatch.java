package dev.linekeeper.service.numbers;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.people.WrittenNumber;
import java.util.List;

/** Which numbers of a tenant somebody means who writes one, or a part of one. */
public sealed interface NumberMatch {
    /** One, which the tenant need not list when it was written with its country. */
    record One(PhoneNumber number) implements NumberMatch {}

    /** It has to be asked which; in order. */
    record Several(List<PhoneNumber> numbers) implements NumberMatch {
        public Several {
            numbers = List.copyOf(numbers);
        }
    }

    /** The digits are in none that could be read. */
    record None() implements NumberMatch {}

    record NoDigits() implements NumberMatch {}

    /** They were not written with their country, and the inventory could not be read. */
    record MatchUnread(String why) implements NumberMatch {}

    static NumberMatch of(String written, Tenant tenant) {
        return switch (WrittenNumber.read(written, tenant.numbers())) {
            case WrittenNumber.NoNumber() -> new NoDigits();
            case WrittenNumber.OneNumber(var number) -> listed(number, tenant);
            case WrittenNumber.UnclearNumber() ->
                tenant.numbers().fold(all -> among(WrittenNumber.partly(written, all.keySet())), MatchUnread::new);
        };
    }

    /** A number that is only listed with extensions means these. */
    private static NumberMatch listed(PhoneNumber number, Tenant tenant) {
        var withExtensions = tenant.numbers().known().stream()
                .filter(all -> !all.containsKey(number)
                        && Fact.present(tenant.number(number)).isEmpty())
                .flatMap(all -> all.keySet().stream())
                .filter(other -> other.base().equals(number))
                .sorted()
                .toList();
        return withExtensions.isEmpty() ? new One(number) : among(withExtensions);
    }

    private static NumberMatch among(List<PhoneNumber> found) {
        return switch (found.size()) {
            case 0 -> new None();
            case 1 -> new One(found.getFirst());
            default -> new Several(found);
        };
    }
}
