package dev.linekeeper.service.tenant.gathering;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.gathering.Gathering.Question;
import dev.linekeeper.service.tenant.limit.LocalRateLimitExceeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Readings of people: one by one while a single run is under way, else together. Whoever a reading of many does not tell of
 * is read alone: nobody is taken for missing because a list left them out, or a page of it failed.
 *
 * @param <V> what is read of a person
 */
final class GatheredReadings<V> {
    /** A list that takes longer is not waited for by those who ask after it has begun. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** How long a list waits for the one before it; after that both are read, rather than nobody is answered. */
    private static final Duration TURN = Duration.ofSeconds(5);

    private final RunsInFlight runs;
    private final Function<UserId, Optional<V>> one;
    private final Function<Set<UserId>, Map<UserId, V>> many;
    private final Duration turn;
    private final Gathering<UserId, Optional<V>> gathering;
    /** One list at a time: a page of a thousand people takes 20 MB while it is read. */
    private final Semaphore list = new Semaphore(1);

    GatheredReadings(RunsInFlight runs, Function<UserId, Optional<V>> one, Function<Set<UserId>, Map<UserId, V>> many) {
        this(runs, one, many, PATIENCE, TURN);
    }

    GatheredReadings(
            RunsInFlight runs,
            Function<UserId, Optional<V>> one,
            Function<Set<UserId>, Map<UserId, V>> many,
            Duration patience,
            Duration turn) {
        this.runs = runs;
        this.one = one;
        this.many = many;
        this.turn = turn;
        this.gathering = new Gathering<>(runs, patience, this::round);
    }

    Optional<V> read(UserId person) {
        return runs.many() ? gathering.ask(person) : one.apply(person);
    }

    private void round(List<Question<UserId, Optional<V>>> questions) {
        var people = questions.stream().map(Question::asked).collect(Collectors.toSet());
        var found = people.size() > 1 ? together(people) : Map.<UserId, V>of();
        List<Question<UserId, Optional<V>>> untold = new ArrayList<>();
        for (var question : questions) {
            Optional.ofNullable(found.get(question.asked()))
                    .ifPresentOrElse(told -> question.answer().complete(Optional.of(told)), () -> untold.add(question));
        }
        Gathering.answerAlone(untold, one);
    }

    private Map<UserId, V> together(Set<UserId> people) {
        boolean mine = isMyTurn();
        try {
            return many.apply(people);
        } catch (LocalRateLimitExceeded notAsked) {
            throw notAsked;
        } catch (BackendFailure failure) {
            return Map.of();
        } finally {
            if (mine) {
                list.release();
            }
        }
    }

    private boolean isMyTurn() {
        try {
            return list.tryAcquire(turn.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BackendFailure(FailureKind.TRANSIENT, "Stopped while others were asked for too");
        }
    }
}
