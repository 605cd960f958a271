package dev.linekeeper.service.history;

import dev.linekeeper.core.history.TimelineEntry;
import dev.linekeeper.core.request.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what was so at some time in a person's timeline, oldest first. */
public final class VersionSearch {
    private VersionSearch() {}

    /**
     * What was read before {@code to} and not before {@code from}; where nothing was, what was read last before and first
     * after, as nobody knows which of them it was. Empty when all is from later.
     */
    public static List<TimelineEntry> within(List<TimelineEntry> timeline, Instant from, Instant to) {
        var over = timeline.stream()
                .filter(it -> it.version().until().isBefore(from))
                .toList();
        var later = timeline.stream()
                .filter(it -> !it.version().since().isBefore(to))
                .toList();
        var read = timeline.subList(over.size(), timeline.size() - later.size());
        if (!read.isEmpty() || over.isEmpty()) {
            return List.copyOf(read);
        }
        return Stream.concat(Stream.of(over.getLast()), later.stream().limit(1)).toList();
    }

    /** What a request changed; empty where it is not kept. */
    public static Optional<TimelineEntry> before(List<TimelineEntry> timeline, RequestId request) {
        return IntStream.range(1, timeline.size())
                .filter(at -> timeline.get(at).version().request().equals(Optional.of(request)))
                .mapToObj(at -> timeline.get(at - 1))
                .findFirst();
    }

    /** The version of that number, or the one that it has become part of; empty where it is not kept. */
    public static Optional<TimelineEntry> of(List<TimelineEntry> timeline, int number) {
        int first = timeline.getFirst().version().number();
        return timeline.stream()
                .filter(it -> it.version().number() >= number)
                .findFirst()
                .filter(it -> it.version().number() == number || it.version().number() > first);
    }
}
