package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.limit.Sleeper;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the voice settings of many people, up to 16 at once, and hands the people over one by one in the order they
 * came. A person whose settings cannot be read is handed over with a missing fact; the others are read nevertheless.
 */
public final class BulkPersonReader {
    private static final Logger log = LoggerFactory.getLogger(BulkPersonReader.class);

    /** Enough to keep the turnstile busy; more would only wait in front of it. */
    private static final int AT_ONCE = 16;

    private static final int TRIES = 4;

    private final TenantReader readings;
    private final Duration patience;
    private final Sleeper pause;

    /**
     * A sweep over the people these readings know.
     *
     * @param patience how long one person's reading may be put off when the tenant wants to be left alone
     */
    public BulkPersonReader(TenantReader readings, Duration patience, Sleeper pause) {
        this.readings = readings;
        this.patience = patience;
        this.pause = pause;
    }

    /** Something that names people one after the other, such as {@link dev.linekeeper.service.tenant.Directory#forEach}. */
    @FunctionalInterface
    public interface PeopleSource {
        void forEach(Consumer<DirectoryEntry> person);
    }

    /** Reads everyone who is named. */
    public void over(PeopleSource people, Consumer<Person> take) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var underWay = new ArrayDeque<Future<Person>>(AT_ONCE);
            people.forEach(entry -> {
                if (underWay.size() == AT_ONCE) {
                    take.accept(Parallel.result(underWay.remove()));
                }
                underWay.add(threads.submit(() -> read(entry)));
            });
            while (!underWay.isEmpty()) {
                take.accept(Parallel.result(underWay.remove()));
            }
        }
    }

    private Person read(DirectoryEntry entry) throws InterruptedException {
        return new Person(entry, voice(entry));
    }

    private Fact<VoiceUser> voice(DirectoryEntry entry) throws InterruptedException {
        try {
            return voicePatiently(entry);
        } catch (BackendFailure failure) {
            return readings.noVoice(String.valueOf(failure.getMessage()));
        } catch (RuntimeException unforeseen) {
            log.error("action=read-person person={} outcome=failed", entry.id(), unforeseen);
            return readings.noVoice(
                    "something unforeseen, %s".formatted(unforeseen.getClass().getSimpleName()));
        }
    }

    private Fact<VoiceUser> voicePatiently(DirectoryEntry entry) throws InterruptedException {
        Duration left = patience;
        for (int tries = 1; ; tries++) {
            try {
                return readings.voiceInTurn(entry.id());
            } catch (BackendFailure failure) {
                Duration wait = failure.retryAfter().orElse(patience.plusNanos(1));
                if (failure.kind() != BackendFailure.FailureKind.THROTTLED
                        || wait.compareTo(left) > 0
                        || tries == TRIES) {
                    throw failure;
                }
                pause.sleep(wait);
                left = left.minus(wait);
            }
        }
    }
}
