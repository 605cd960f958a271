package dev.linekeeper.adapter.graph;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes facts with Microsoft Graph as their source, dated now. */
record GraphFacts(Clock clock) {
    <T> Fact<T> known(T value) {
        return new Fact.Known<>(value, Graph.SOURCE, clock.instant());
    }

    /** A country as two letters; none when nothing is written, missing when it is written in another way. */
    Fact<Optional<Country>> country(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return known(Optional.empty());
        }
        try {
            return known(Optional.of(new Country(written)));
        } catch (IllegalArgumentException another) {
            return Fact.missing("Microsoft Graph reports a country that is not two letters: '%s'".formatted(written));
        }
    }

    /** The value, or that Graph did not say {@code what}, such as "whether voice is on". */
    <T> Fact<T> told(@Nullable T value, String what) {
        return value == null ? Fact.missing("Microsoft Graph did not say %s".formatted(what)) : known(value);
    }
}
