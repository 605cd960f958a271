package dev.linekeeper.service.watch;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchFinding;
import java.time.Instant;
import java.util.Optional;

/**
 * What news of the watch is about, as it is kept.
 *
 * @param person whom it concerns; empty where it is about many
 * @param since tells it apart from what came about before
 */
public record WatchSubject(WatchTopic topic, Optional<UserId> person, Instant since) {
    /** The kind of its news. */
    public static final String KIND = "watch";

    static WatchSubject of(WatchFinding finding) {
        return new WatchSubject(topic(finding), Optional.of(finding.person()), finding.since());
    }

    static WatchTopic topic(WatchFinding finding) {
        return switch (finding.cause()) {
            case DISABLED -> WatchTopic.DISABLED;
            case DELETED -> WatchTopic.DELETED;
            case UNLICENSED -> WatchTopic.UNLICENSED;
            case COUNTRY, DEPARTMENT -> WatchTopic.MOVED;
        };
    }

    /** Whether a finding is one of those it is about. */
    public boolean covers(WatchFinding finding) {
        return topic(finding) == topic && person.stream().allMatch(finding.person()::equals);
    }

    /** The subject of that text. */
    public static WatchSubject parse(String text) {
        String[] parts = text.split(" ", -1);
        return new WatchSubject(
                WatchTopic.valueOf(parts[0]),
                Optional.of(parts[1]).filter(id -> !id.equals("*")).map(UserId::new),
                Instant.parse(parts[2]));
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(topic, person.map(UserId::value).orElse("*"), since);
    }
}
