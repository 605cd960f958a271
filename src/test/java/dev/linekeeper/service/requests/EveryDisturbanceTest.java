package dev.linekeeper.service.requests;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.timing.Sampling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Every kind of plan, and everything that can go wrong at each moment of applying it: nothing is written that was not
 * approved, no step is done twice, and where it ends the tenant is as the request says. In an ordinary build some of it,
 * by a seed; {@code mvn -Plong verify} tries all.
 */
class EveryDisturbanceTest {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("dev.linekeeper.service");
    private static final int KINDS = Sampling.of(4, Integer.MAX_VALUE);
    private static final int SAMPLE = Integer.getInteger("linekeeper.disturbances", Sampling.of(60, Integer.MAX_VALUE));

    private final long seed = Long.getLong("linekeeper.seed", System.nanoTime());
    private final House.MovingClock clock = new House.MovingClock();

    @BeforeEach
    void hush() {
        LOGGER.setLevel(Level.ERROR);
    }

    @AfterEach
    void speak() {
        LOGGER.setLevel(null);
    }

    /** A plan to apply, or the undo of it after so many of its steps. */
    private record Subject(PlanKind plan, Optional<Integer> undoneAfter) {}

    private record Combination(String kind, Subject subject, Disturbance disturbance, String moment) {}

    @Test
    void whatever_goes_wrong_nothing_unapproved_is_written_and_the_record_is_true() {
        var demo = House.demo(clock).state();
        try (var store = OpenedStore.inMemory("disturbed", clock)) {
            var subjects = new ArrayList<Subject>();
            for (PlanKind plan : PlanKind.all(demo, clock, Sampling.of(4, 1_000), new Random(seed))) {
                subjects.add(new Subject(plan, Optional.empty()));
                for (int steps = 1; steps <= plan.steps(); steps++) {
                    subjects.add(new Subject(plan, Optional.of(steps)));
                }
            }
            Collections.shuffle(subjects, new Random(seed));
            var all = new ArrayList<Combination>();
            Map<String, Subject> kinds = new LinkedHashMap<>();
            for (Subject subject : subjects) {
                var run = new DisturbedRun(store, clock, demo);
                if (kinds.size() < KINDS
                        && run.prepare(subject.plan(), subject.undoneAfter())
                        && kinds.putIfAbsent(run.kind(), subject) == null) {
                    all.addAll(combinations(run.kind(), subject, run.undisturbed()));
                }
            }
            Collections.shuffle(all, new Random(seed));
            List<Combination> tried = all.subList(0, Math.min(SAMPLE, all.size()));
            var broken = new ArrayList<String>();
            tried.forEach(
                    one -> tryIt(one, new DisturbedRun(store, clock, demo)).ifPresent(broken::add));
            System.out.printf("%d of %d combinations, %d kinds of plans%n", tried.size(), all.size(), kinds.size());
            assertThat(broken).as("of seed %d", seed).isEmpty();
            assertThat(kinds).hasSizeGreaterThan(Sampling.of(0, 40));
        }
    }

    private static List<Combination> combinations(String kind, Subject subject, List<String> moments) {
        var all = new ArrayList<Combination>();
        for (String moment : moments) {
            for (Disturbance disturbance : Disturbance.values()) {
                if (disturbance.canStrike(moment)) {
                    all.add(new Combination(kind, subject, disturbance, moment));
                }
            }
        }
        return all;
    }

    /** Empty when all is well. */
    private static Optional<String> tryIt(Combination one, DisturbedRun run) {
        try {
            run.prepare(one.subject().plan(), one.subject().undoneAfter());
            run.disturbed(one.disturbance(), one.moment());
            return Optional.empty();
        } catch (AssertionError | RuntimeException broken) {
            return Optional.of("%s at '%s' of %s (%s): %s"
                    .formatted(one.disturbance(), one.moment(), one.kind(), one.subject(), broken));
        }
    }
}
