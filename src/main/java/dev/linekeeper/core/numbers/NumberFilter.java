package dev.linekeeper.core.numbers;

import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.NumberType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which numbers somebody asks for; all of them where nothing is said.
 *
 * @param uses each of which has to hold, as of free service numbers
 */
public record NumberFilter(Set<NumberUse> uses, Optional<Country> country, Optional<NumberType> type) {
    public NumberFilter {
        uses = Set.copyOf(uses);
    }

    /**
     * Whether the number is asked for; empty where something it depends on is not told, and nothing else rules it out.
     */
    Optional<Boolean> matches(SelectedNumber selected) {
        var number = selected.entry();
        var its = selected.country();
        var tollFree = its.flatMap(in -> PublishedData.tollFree(number.number(), in));
        var known = Optional.of(number.type()).filter(read -> read != NumberType.OTHER);
        List<Optional<Boolean>> answers = Stream.of(
                        uses.stream().map(wanted -> wanted.is(number, tollFree)),
                        country.stream().map(wanted -> its.map(wanted::equals)),
                        type.stream().map(wanted -> known.map(wanted::equals)))
                .flatMap(part -> part)
                .toList();
        return answers.contains(Optional.of(false))
                ? Optional.of(false)
                : Optional.of(true).filter(_ -> answers.stream().allMatch(Optional::isPresent));
    }
}
