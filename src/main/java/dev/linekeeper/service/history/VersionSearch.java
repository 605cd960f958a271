package dev.linekeeper.service.history;

import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.request.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds which of a person's versions was so at some time. */
public final class VersionSearch {
    private VersionSearch() {}

    /**
     * The versions that were read between two times; where none was, the ones read last before and first after, as nobody knows
     * which of them it was. Empty when all are from later.
     *
     * @param versions oldest first
     * @param to not part of it
     */
    public static List<SettingsVersion> within(List<SettingsVersion> versions, Instant from, Instant to) {
        var read = versions.stream()
                .filter(version ->
                        version.since().isBefore(to) && !version.until().isBefore(from))
                .toList();
        if (!read.isEmpty()) {
            return read;
        }
        var before = versions.stream()
                .filter(version -> version.until().isBefore(from))
                .reduce((_, later) -> later);
        var after = versions.stream()
                .filter(version -> !version.since().isBefore(to))
                .findFirst();
        return before.isEmpty()
                ? List.of()
                : Stream.concat(before.stream(), after.stream()).toList();
    }

    /** The version that a request changed; empty where it is not kept. */
    public static Optional<SettingsVersion> before(List<SettingsVersion> versions, RequestId request) {
        return IntStream.range(1, versions.size())
                .filter(at -> versions.get(at).request().filter(request::equals).isPresent())
                .mapToObj(at -> versions.get(at - 1))
                .findFirst();
    }
}
