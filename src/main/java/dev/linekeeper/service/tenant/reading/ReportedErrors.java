package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/**
 * Voice settings completed with validation errors, which Graph does not report, where one person is asked about. They are
 * read beside the settings, one call at a time, and nobody waits long for them: the rule only warns.
 */
final class ReportedErrors implements VoiceUsers {
    private final VoiceUsers voiceUsers;
    private final ValidationErrors errors;
    private final Clock clock;
    private final Duration patience;
    private final Semaphore underWay = new Semaphore(1);

    ReportedErrors(VoiceUsers voiceUsers, ValidationErrors errors, Clock clock, Duration patience) {
        this.voiceUsers = voiceUsers;
        this.errors = errors;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public String source() {
        return voiceUsers.source();
    }

    @Override
    public Optional<VoiceUser> read(UserId person) {
        return voiceUsers.read(person);
    }

    @Override
    public Optional<VoiceUser> readInEffect(UserId person) {
        return voiceUsers.readInEffect(person);
    }

    @Override
    public void forEach(BiConsumer<UserId, VoiceUser> person) {
        voiceUsers.forEach(person);
    }

    @Override
    public Optional<VoiceUser> readWhole(UserId person) {
        var told = new CompletableFuture<Fact<List<String>>>();
        Thread.startVirtualThread(() -> told.complete(asked(person)));
        return voiceUsers.readWhole(person).map(user -> user.withValidationErrors(awaited(told)));
    }

    @Override
    public Map<UserId, VoiceUser> readMany(Set<UserId> people) {
        return voiceUsers.readMany(people);
    }

    private Fact<List<String>> asked(UserId person) {
        try {
            if (!underWay.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Fact.missing("%s is still answering for somebody else".formatted(errors.source()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Fact.missing("The reading was stopped");
        }
        try {
            return errors.asFact(() -> errors.of(person), clock);
        } finally {
            underWay.release();
        }
    }

    private Fact<List<String>> awaited(CompletableFuture<Fact<List<String>>> told) {
        try {
            return told.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return Fact.missing("%s did not answer within %d ms".formatted(errors.source(), patience.toMillis()));
        } catch (ExecutionException unforeseen) {
            throw new IllegalStateException(unforeseen.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Fact.missing("The reading was stopped");
        }
    }
}
