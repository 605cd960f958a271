package dev.linekeeper.adapter.graph;

import dev.linekeeper.core.tenant.Fact;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes facts with Microsoft Graph as their source, dated now. */
record GraphFacts(Clock clock) {
    <T> Fact<T> known(T value) {
        return new Fact.Known<>(value, Graph.SOURCE, clock.instant());
    }

    /** The value, or that Graph did not say {@code what}, such as "whether voice is on". */
    <T> Fact<T> told(@Nullable T value, String what) {
        return value == null ? Fact.missing("Microsoft Graph did not say %s".formatted(what)) : known(value);
    }
}
