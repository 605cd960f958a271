package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.limit.JoinedCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Readings of people, kept for looking at: some seconds, and longer while more people are asked about than can be read one by
 * one. Then everybody is read in pages of lists, which cost two calls for a thousand people. Thread-safe.
 */
final class ShownPeople {
    private static final Logger log = LoggerFactory.getLogger(ShownPeople.class);

    /** What the rate limit of voice settings lets through in half a second: whoever comes next would wait longer. */
    private static final int READ_ALONE_AT_ONCE = 5;

    /** How old a reading may be that is shown while it is crowded. */
    private static final Duration CROWDED = Duration.ofMinutes(1);

    /** Lists are not read more often than this, and after a failure less. */
    private static final Duration BETWEEN_LISTS = Duration.ofSeconds(10);

    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(5);

    /** Eleven pages; in a larger tenant lists would take the calls that questions need. */
    private static final int LISTED_AT_MOST = 10_000;

    private final Directory directory;
    private final VoiceUsers voiceUsers;
    private final Duration recent;
    private final Clock clock;
    private final Executor background;
    private final ConcurrentMap<UserId, KeptReading> readings = new ConcurrentHashMap<>();
    private final ConcurrentMap<UserId, Instant> changes = new ConcurrentHashMap<>();
    private final JoinedCalls<UserId, Optional<KeptReading>> wholeCalls = new JoinedCalls<>();
    private final JoinedCalls<UserId, Optional<KeptReading>> calls = new JoinedCalls<>();
    private final JoinedCalls<Class<?>, Boolean> lists = new JoinedCalls<>();
    private final AtomicInteger readAlone = new AtomicInteger();
    private volatile Instant nextList = Instant.MIN;
    private volatile Instant nextTidying = Instant.MIN;

    /** Keeps readings for {@code recent}, or none at all when that is zero. */
    ShownPeople(Directory directory, VoiceUsers voiceUsers, Duration recent, Clock clock, Executor background) {
        this.directory = directory;
        this.voiceUsers = voiceUsers;
        this.recent = recent;
        this.clock = clock;
        this.background = background;
    }

    /** Somebody with everything that is known of one person. */
    Optional<ShownPerson> whole(UserId id, Supplier<Optional<Person>> reading) {
        Instant asked = clock.instant();
        return kept(id, asked, recent)
                .filter(KeptReading::isWhole)
                .or(() -> wholeCalls.get(id, () -> read(reading, true)))
                .map(found -> found.shown(asked));
    }

    /** Somebody with what is in effect for them. */
    Optional<ShownPerson> inEffect(UserId id, Supplier<Optional<Person>> reading) {
        Instant asked = clock.instant();
        return kept(id, asked, recent)
                .or(() -> isCrowded() ? listed(id, asked) : Optional.empty())
                .or(() -> calls.get(id, () -> read(reading, false)))
                .map(found -> found.shown(asked));
    }

    /** Drops what was read of somebody, the reading under way included: they were changed. */
    void forget(UserId id) {
        changes.put(id, clock.instant());
        readings.remove(id);
    }

    private Optional<KeptReading> kept(UserId id, Instant asked, Duration age) {
        return Optional.ofNullable(readings.get(id))
                .filter(reading -> reading.began().plus(age).isAfter(asked));
    }

    private Optional<KeptReading> read(Supplier<Optional<Person>> reading, boolean isWhole) {
        Instant began = clock.instant();
        readAlone.incrementAndGet();
        try {
            Optional<KeptReading> read = reading.get().map(person -> new KeptReading(person, began, isWhole));
            read.filter(each -> each.person().voice() instanceof Fact.Known).ifPresent(this::keep);
            return read;
        } finally {
            readAlone.decrementAndGet();
        }
    }

    /** Whether they were changed meanwhile is seen in the same step, so that {@link #forget} comes before it or after it. */
    private void keep(KeptReading reading) {
        tidy();
        if (recent.isPositive()) {
            readings.compute(reading.person().id(), (id, old) -> {
                Instant changed = changes.get(id);
                boolean isOver = changed != null && !changed.isBefore(reading.began());
                return isOver || (old != null && old.began().isAfter(reading.began())) ? old : reading;
            });
        }
    }

    /** Forgets what is too old to be shown: nobody else asks for somebody who does not ask again. */
    private void tidy() {
        Instant now = clock.instant();
        if (!now.isBefore(nextTidying)) {
            nextTidying = now.plus(BETWEEN_LISTS);
            Instant tooOld = now.minus(CROWDED);
            readings.values().removeIf(reading -> reading.began().isBefore(tooOld));
            changes.values().removeIf(tooOld::isAfter);
        }
    }

    private boolean isCrowded() {
        return recent.isPositive() && readAlone.get() >= READ_ALONE_AT_ONCE;
    }

    /** What lists say of somebody: what they said before, and a newer one is read meanwhile; or else what they say now. */
    private Optional<KeptReading> listed(UserId id, Instant asked) {
        Optional<KeptReading> before = kept(id, asked, CROWDED);
        if (before.isEmpty()) {
            readLists();
            return kept(id, asked, CROWDED);
        }
        if (!asked.isBefore(nextList)) {
            background.execute(this::readLists);
        }
        return before;
    }

    private void readLists() {
        lists.get(ShownPeople.class, () -> {
            if (clock.instant().isBefore(nextList)) {
                return false;
            }
            nextList = clock.instant().plus(BETWEEN_LISTS);
            try {
                keepListed();
                return true;
            } catch (BackendFailure failure) {
                nextList = clock.instant().plus(AFTER_A_FAILURE);
                log.warn("action=list-people outcome=failed kind={}", failure.kind());
                return false;
            }
        });
    }

    /** Only whoever is in both lists and can be read is kept; the others are read one by one. */
    private void keepListed() {
        Instant began = clock.instant();
        Map<UserId, DirectoryEntry> entries = new HashMap<>();
        Map<UserId, VoiceUser> voices = new HashMap<>();
        Parallel.run(List.of(
                () -> directory.forEach(entry -> add(entries, entry.id(), entry)),
                () -> voiceUsers.forEach((id, voice) -> add(voices, id, voice))));
        entries.forEach((id, entry) -> {
            @Nullable VoiceUser voice = voices.get(id);
            if (voice != null) {
                var read = new Fact.Known<>(voice, voiceUsers.source(), began);
                keep(new KeptReading(new Person(entry, read), began, false));
            }
        });
        log.info("action=list-people people={} voices={}", entries.size(), voices.size());
    }

    private static <T> void add(Map<UserId, T> listed, UserId id, T one) {
        if (listed.size() == LISTED_AT_MOST) {
            throw new BackendFailure(
                    FailureKind.UNSUPPORTED, "There are more than %d people".formatted(LISTED_AT_MOST));
        }
        listed.put(id, one);
    }
}
