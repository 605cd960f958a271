package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.limit.CallLane;
import dev.linekeeper.service.tenant.limit.Sleeper;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the voice settings of many people, from the pages of lists where that takes fewer calls, else up to 16 at once, and
 * hands the people over one by one in the order they came. A person whose settings cannot be read is handed over with a
 * missing fact; the others are read nevertheless.
 */
public final class BulkPersonReader {
    private static final Logger log = LoggerFactory.getLogger(BulkPersonReader.class);

    /** Enough to keep the rate limit busy; more would only wait for it. */
    private static final int AT_ONCE = 16;

    /** A list is read for so many: enough to pay for the pages of a tenant of many thousands, few enough to hold in memory. */
    private static final int TOGETHER = 2_000;

    private static final int TRIES = 4;

    private final TenantReader tenantReader;
    private final Duration maxWait;
    private final Sleeper sleeper;

    /**
     * Reads people through {@code tenantReader}.
     *
     * @param maxWait how long one person's reading may wait for the rate limit in all
     */
    public BulkPersonReader(TenantReader tenantReader, Duration maxWait, Sleeper sleeper) {
        this.tenantReader = tenantReader;
        this.maxWait = maxWait;
        this.sleeper = sleeper;
    }

    /** A source of people, one after the other, such as {@link dev.linekeeper.service.tenant.Directory#forEach}. */
    @FunctionalInterface
    public interface PeopleSource {
        void forEach(Consumer<DirectoryEntry> person);
    }

    /** Reads every person of the source, while questions go first. */
    public void readAll(PeopleSource people, Consumer<Person> consumer) {
        CallLane.BULK.run(() -> readSideBySide(people, consumer));
    }

    private void readSideBySide(PeopleSource people, Consumer<Person> consumer) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var together = new ArrayList<DirectoryEntry>();
            people.forEach(entry -> {
                together.add(entry);
                if (together.size() == TOGETHER) {
                    handOver(together, threads, consumer);
                    together.clear();
                }
            });
            handOver(together, threads, consumer);
        }
    }

    private void handOver(List<DirectoryEntry> entries, ExecutorService threads, Consumer<Person> consumer) {
        Map<UserId, Fact<VoiceUser>> listed = listed(entries);
        var underWay = new ArrayDeque<Future<Person>>(AT_ONCE);
        for (DirectoryEntry entry : entries) {
            if (underWay.size() == AT_ONCE) {
                consumer.accept(Parallel.result(underWay.remove()));
            }
            @Nullable Fact<VoiceUser> voice = listed.get(entry.id());
            underWay.add(
                    voice == null
                            ? threads.submit(() -> read(entry))
                            : CompletableFuture.completedFuture(new Person(entry, voice)));
        }
        underWay.forEach(person -> consumer.accept(Parallel.result(person)));
    }

    /** Whoever lists do not tell of is read alone: everybody where they cannot be read now. */
    private Map<UserId, Fact<VoiceUser>> listed(List<DirectoryEntry> entries) {
        try {
            return tenantReader.readVoices(
                    entries.stream().map(DirectoryEntry::id).collect(Collectors.toSet()));
        } catch (BackendFailure failure) {
            log.warn("action=read-lists outcome=failed kind={}", failure.kind());
            return Map.of();
        }
    }

    private Person read(DirectoryEntry entry) throws InterruptedException {
        return new Person(entry, voice(entry));
    }

    private Fact<VoiceUser> voice(DirectoryEntry entry) throws InterruptedException {
        try {
            return voiceWithRetry(entry);
        } catch (BackendFailure failure) {
            return tenantReader.missingVoice(String.valueOf(failure.getMessage()));
        } catch (RuntimeException unforeseen) {
            log.error("action=read-person person={} outcome=failed", entry.id(), unforeseen);
            return tenantReader.missingVoice(
                    "something unforeseen, %s".formatted(unforeseen.getClass().getSimpleName()));
        }
    }

    private Fact<VoiceUser> voiceWithRetry(DirectoryEntry entry) throws InterruptedException {
        Duration left = maxWait;
        for (int tries = 1; ; tries++) {
            try {
                return tenantReader.readVoice(entry.id());
            } catch (BackendFailure failure) {
                Duration wait = failure.retryAfter().orElse(maxWait.plusNanos(1));
                if (failure.kind() != FailureKind.THROTTLED || wait.compareTo(left) > 0 || tries == TRIES) {
                    throw failure;
                }
                sleeper.sleep(wait);
                left = left.minus(wait);
            }
        }
    }
}
