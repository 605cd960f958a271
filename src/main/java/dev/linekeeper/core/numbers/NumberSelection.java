package dev.linekeeper.core.numbers;

import dev.linekeeper.core.readiness.judgement.NumberCountries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Those numbers of a tenant that were asked for.
 *
 * @param found by number
 * @param cannotTell how many may be asked for, and what that depends on is not told
 */
public record NumberSelection(List<SelectedNumber> found, long cannotTell) {
    public NumberSelection {
        found = found.stream()
                .sorted(Comparator.comparing(number -> number.entry().number()))
                .toList();
    }

    /** Missing where the inventory could not be read. */
    public static Fact<NumberSelection> of(NumberFilter filter, Tenant tenant, NumberCountries countries) {
        return tenant.numbers().map(all -> {
            var matches = all.values().stream()
                    .map(entry -> SelectedNumber.of(entry, tenant, countries))
                    .collect(Collectors.groupingBy(filter::matches));
            return new NumberSelection(
                    matches.getOrDefault(Optional.of(true), List.of()),
                    matches.getOrDefault(Optional.<Boolean>empty(), List.of()).size());
        });
    }

    /** Those of the numbers that the inventory lists. */
    public static NumberSelection those(List<PhoneNumber> numbers, Tenant tenant, NumberCountries countries) {
        return new NumberSelection(
                numbers.stream()
                        .flatMap(number -> Fact.present(tenant.number(number)).stream())
                        .map(entry -> SelectedNumber.of(entry, tenant, countries))
                        .toList(),
                0);
    }

    public NumberCounts counts() {
        return NumberCounts.of(found);
    }
}
