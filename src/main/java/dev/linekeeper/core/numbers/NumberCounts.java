package dev.linekeeper.core.numbers;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many numbers there are of each kind.
 *
 * @param byCountry by ISO code; {@code ?} for those whose country is not told
 */
public record NumberCounts(Map<NumberStatus, Long> byState, Map<NumberType, Long> byType, Map<String, Long> byCountry) {
    static NumberCounts of(List<SelectedNumber> numbers) {
        return new NumberCounts(
                counted(numbers, number -> number.entry().status()),
                counted(numbers, number -> number.entry().type()),
                counted(numbers, number -> number.country().map(Country::iso).orElse("?")));
    }

    private static <K> Map<K, Long> counted(List<SelectedNumber> numbers, Function<SelectedNumber, K> key) {
        return numbers.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }
}
