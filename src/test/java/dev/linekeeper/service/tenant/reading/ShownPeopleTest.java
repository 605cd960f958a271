package dev.linekeeper.service.tenant.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A reading serves looking for some seconds, longer in a crowd, and deciding never. */
class ShownPeopleTest {
    private static final ChangeKey KEY = new ChangeKey("SC-1", 1);

    private final HandClock clock = new HandClock(Instant.parse("2026-11-25T12:00:00Z"));
    private final SimulatedTenant model = Fabrikam.model();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Voices voices = new Voices(model.ports().voiceUsers());
    private final TenantReader reader = reader();

    @Test
    void somebody_is_read_once_for_some_seconds_and_then_shown_with_the_time_of_the_reading() {
        Instant read = clock.instant();
        assertThat(shown(Fabrikam.ADA).asOf()).isEmpty();
        assertThat(asked).containsExactlyInAnyOrder("find", "readInEffect");
        clock.pass(Duration.ofSeconds(4));
        assertThat(shown(Fabrikam.ADA).asOf()).contains(read);
        assertThat(asked).hasSize(2);
        clock.pass(Duration.ofSeconds(2));
        assertThat(shown(Fabrikam.ADA).asOf()).isEmpty();
        assertThat(asked).hasSize(4);
    }

    @Test
    void a_reading_of_everything_serves_a_question_about_calls_and_not_the_other_way_round() {
        var ada = reader.person(Fabrikam.ADA).orElseThrow().entry();
        asked.clear();
        reader.shownInEffect(ada);
        assertThat(asked).containsExactly("readInEffect");
        reader.shown(ada);
        assertThat(asked).contains("readWhole");
        int read = asked.size();
        reader.shownInEffect(ada);
        reader.shown(ada);
        assertThat(asked).hasSize(read);
    }

    @Test
    void whoever_decides_or_applies_reads_anew_whatever_was_shown() {
        shown(Fabrikam.ADA);
        model.ports().voiceSwitch().set(Fabrikam.ADA, false, KEY);
        asked.clear();
        assertThat(reader.person(Fabrikam.ADA).orElseThrow().voiceOn().known()).contains(false);
        assertThat(reader.readVoice(Fabrikam.ADA)
                        .known()
                        .orElseThrow()
                        .voiceOn()
                        .known())
                .contains(false);
        assertThat(reader.voice(Fabrikam.ADA).known().orElseThrow().voiceOn().known())
                .contains(false);
        assertThat(asked).contains("find", "readWhole", "read", "read");
        assertThat(shown(Fabrikam.ADA).person().voiceOn().known()).contains(true);
    }

    @Test
    void whoever_was_changed_is_read_anew_and_a_reading_from_before_is_not_kept() throws InterruptedException {
        voices.holding = new CountDownLatch(1);
        var before = Thread.startVirtualThread(() -> shown(Fabrikam.ADA));
        voices.awaitReading(1);
        clock.pass(Duration.ofSeconds(1));
        model.ports().voiceSwitch().set(Fabrikam.ADA, false, KEY);
        reader.forget(Fabrikam.ADA);
        voices.holding.countDown();
        before.join();
        assertThat(shown(Fabrikam.ADA).person().voiceOn().known()).contains(false);
    }

    @Test
    void what_could_not_be_read_is_not_kept() {
        voices.fails = true;
        assertThat(shown(Fabrikam.ADA).person().voice().known()).isEmpty();
        voices.fails = false;
        assertThat(shown(Fabrikam.ADA).person().voice().known()).isPresent();
    }

    @Test
    void two_who_ask_at_once_share_one_call() throws InterruptedException {
        voices.holding = new CountDownLatch(1);
        var first = Thread.startVirtualThread(() -> shown(Fabrikam.ADA));
        voices.awaitReading(1);
        var second = waiting(() -> shown(Fabrikam.ADA));
        voices.holding.countDown();
        first.join();
        second.join();
        assertThat(asked).containsExactlyInAnyOrder("find", "readInEffect");
    }

    @Test
    void in_a_crowd_everybody_is_read_from_lists_and_shown_for_a_minute() throws InterruptedException {
        var crowd = crowd();
        Instant listed = clock.instant();
        assertThat(shown(Fabrikam.FAY).asOf()).isEmpty();
        clock.pass(Duration.ofSeconds(9));
        assertThat(shown(Fabrikam.FAY).asOf()).contains(listed);
        assertThat(asked.stream().filter("forEach"::equals)).hasSize(2);
        clock.pass(Duration.ofSeconds(2));
        assertThat(shown(Fabrikam.FAY).asOf())
                .as("what there is, while lists are read again")
                .contains(listed);
        assertThat(asked.stream().filter("forEach"::equals)).hasSize(4);
        release(crowd);
        clock.pass(Duration.ofSeconds(50));
        assertThat(shown(Fabrikam.FAY).asOf()).as("alone again").isEmpty();
        assertThat(asked.stream().filter("forEach"::equals)).hasSize(4);
    }

    @Test
    void whoever_is_in_no_list_is_read_alone() throws InterruptedException {
        var crowd = crowd();
        var guest = Thread.startVirtualThread(() -> shown(Fabrikam.GUEST));
        voices.awaitReading(6);
        release(crowd);
        guest.join();
        assertThat(asked.stream().filter("forEach"::equals)).hasSize(2);
    }

    @Test
    void a_list_that_fails_is_left_alone_for_minutes() throws InterruptedException {
        voices.fails = true;
        var crowd = crowd();
        for (int minute = 0; minute < 4; minute++) {
            crowd.add(waiting(() -> shown(Fabrikam.FAY)));
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(asked.stream().filter("forEach"::equals)).hasSize(2);
        release(crowd);
    }

    private ShownPerson shown(UserId id) {
        return reader.shownInEffect(id).orElseThrow();
    }

    /** As many as may be read alone are being read. */
    private List<Thread> crowd() throws InterruptedException {
        voices.holding = new CountDownLatch(1);
        List<Thread> crowd = new ArrayList<>();
        for (UserId id : List.of(Fabrikam.ADA, Fabrikam.BEN, Fabrikam.CLEO, Fabrikam.DORA, Fabrikam.EMIL)) {
            crowd.add(Thread.startVirtualThread(() -> shown(id)));
        }
        voices.awaitReading(5);
        return crowd;
    }

    /** A thread that waits for a reading. */
    private static Thread waiting(Runnable work) {
        var thread = Thread.startVirtualThread(work);
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private void release(List<Thread> crowd) throws InterruptedException {
        voices.holding.countDown();
        for (Thread each : crowd) {
            each.join();
        }
    }

    private TenantReader reader() {
        var ports = model.ports();
        var counted = new TenantPorts(
                counting(ports.directory()),
                voices,
                ports.voiceSwitch(),
                ports.numbers(),
                ports.policyGrants(),
                ports.policyCatalogue(),
                ports.emergencyLocations(),
                ports.voiceApplications(),
                ports.organisation(),
                ports.sharedCallingPolicies(),
                ports.groupGrants());
        var ages = new SnapshotAges(
                Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofSeconds(5));
        return new TenantReader(counted, clock, ages, Runnable::run);
    }

    private Directory counting(Directory real) {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, arguments) -> {
                    if (!method.getName().equals("source")) {
                        asked.add(method.getName());
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** Counts what it is asked; holds readings up, and fails, on demand. */
    private final class Voices implements VoiceUsers {
        private final VoiceUsers real;
        private final List<UserId> reading = new CopyOnWriteArrayList<>();
        private volatile CountDownLatch holding = new CountDownLatch(0);
        private volatile boolean fails;

        Voices(VoiceUsers real) {
            this.real = real;
        }

        @Override
        public String source() {
            return "a stand-in";
        }

        @Override
        public Optional<VoiceUser> read(UserId person) {
            return answered("read", () -> real.read(person));
        }

        @Override
        public Optional<VoiceUser> readWhole(UserId person) {
            return answered("readWhole", () -> real.readWhole(person));
        }

        @Override
        public Optional<VoiceUser> readInEffect(UserId person) {
            var read = real.readInEffect(person);
            reading.add(person);
            try {
                holding.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return answered("readInEffect", () -> read);
        }

        @Override
        public void forEach(BiConsumer<UserId, VoiceUser> person) {
            answered("forEach", () -> {
                for (var id : List.of(Fabrikam.ADA, Fabrikam.FAY)) {
                    real.read(id).ifPresent(voice -> person.accept(id, voice));
                }
                return Optional.empty();
            });
        }

        void awaitReading(int people) {
            var late = Instant.now().plusSeconds(20);
            while (reading.size() < people) {
                assertThat(Instant.now()).as("%d are read".formatted(people)).isBefore(late);
                Thread.onSpinWait();
            }
        }

        private Optional<VoiceUser> answered(String what, Supplier<Optional<VoiceUser>> answer) {
            asked.add(what);
            if (fails) {
                throw new BackendFailure(FailureKind.TRANSIENT, "no answer");
            }
            return answer.get();
        }
    }
}
