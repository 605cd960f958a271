package dev.linekeeper.service.tenant.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.limit.CallLane;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkPersonReaderTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ManualTime time = new ManualTime();
    private final List<DirectoryEntry> entries =
            IntStream.range(0, 60).mapToObj(BulkPersonReaderTest::entry).toList();
    private final List<Person> read = new ArrayList<>();

    @Test
    void people_come_in_the_order_they_were_named_however_long_each_of_them_takes() {
        sweep(person -> {
            for (int spin = 0; spin < (person.value().hashCode() & 7); spin++) {
                Thread.yield();
            }
            return voice();
        });
        assertThat(read).extracting(Person::entry).isEqualTo(entries);
        assertThat(read).allMatch(person -> person.voice() instanceof Fact.Known);
    }

    @Test
    void whoever_asks_something_meanwhile_goes_first() {
        var lanes = ConcurrentHashMap.<CallLane>newKeySet();
        sweep(_ -> {
            lanes.add(CallLane.current());
            return voice();
        });
        assertThat(lanes).containsExactly(CallLane.BULK);
        assertThat(CallLane.current()).isEqualTo(CallLane.QUESTION);
    }

    @Test
    void several_are_read_at_once_but_not_all() throws InterruptedException {
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        var several = new CountDownLatch(5);
        sweep(_ -> {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            several.countDown();
            awaited(several);
            under.decrementAndGet();
            return voice();
        });
        assertThat(most.get()).isBetween(5, 16);
    }

    @Test
    void whoever_cannot_be_read_is_not_verified_and_the_others_are_read() {
        var failures = Map.<UserId, RuntimeException>of(
                entries.get(3).id(), new BackendFailure(FailureKind.TRANSIENT, "No answer"),
                entries.get(20).id(), new IllegalStateException("who knows"),
                entries.get(41).id(), new BackendFailure(FailureKind.DENIED, "Not allowed"));
        sweep(person -> {
            if (failures.containsKey(person)) {
                throw failures.get(person);
            }
            return voice();
        });
        assertThat(read).extracting(Person::entry).isEqualTo(entries);
        assertThat(read.get(3).voice()).isEqualTo(Fact.missing("tenant file: No answer"));
        assertThat(read.get(20).voice())
                .isEqualTo(Fact.missing("tenant file: something unforeseen, IllegalStateException"));
        assertThat(read.get(41).voice()).isEqualTo(Fact.missing("tenant file: Not allowed"));
        assertThat(read)
                .filteredOn(person -> person.voice() instanceof Fact.Known)
                .hasSize(57);
    }

    @Test
    void a_tenant_that_wants_to_be_left_alone_for_a_while_is_waited_for() {
        var asked = new ConcurrentHashMap<UserId, Integer>();
        sweep(person -> {
            if (asked.merge(person, 1, Integer::sum) == 1) {
                throw throttled(Duration.ofSeconds(40));
            }
            return voice();
        });
        assertThat(read).allMatch(person -> person.voice() instanceof Fact.Known);
        assertThat(time.waits()).hasSize(60).containsOnly(Duration.ofSeconds(40));
    }

    @Test
    void but_not_for_ever() {
        var calls = new AtomicInteger();
        sweep(_ -> {
            calls.incrementAndGet();
            throw throttled(Duration.ofSeconds(70));
        });
        assertThat(read).hasSize(60).allMatch(person -> person.voice() instanceof Fact.Missing);
        assertThat(calls).hasValue(120);
    }

    @Test
    void whoever_lists_tell_of_is_not_read_alone_and_all_come_in_their_order() {
        var alone = ConcurrentHashMap.<UserId>newKeySet();
        sweep(
                person -> {
                    alone.add(person);
                    return voice();
                },
                people -> people.stream()
                        .filter(person -> !person.equals(entries.get(7).id()))
                        .collect(Collectors.toMap(person -> person, _ -> voice().orElseThrow())));
        assertThat(alone).containsExactly(entries.get(7).id());
        assertThat(read).extracting(Person::entry).isEqualTo(entries);
        assertThat(read).allMatch(person -> person.voice() instanceof Fact.Known);
    }

    @Test
    void lists_are_read_for_some_thousand_people_at_a_time() {
        var many =
                IntStream.range(0, 4_001).mapToObj(BulkPersonReaderTest::entry).toList();
        var together = new ArrayList<Integer>();
        var sweep = new BulkPersonReader(
                readings(_ -> Optional.empty(), people -> {
                    together.add(people.size());
                    return people.stream().collect(Collectors.toMap(person -> person, _ -> voice().orElseThrow()));
                }),
                PATIENCE,
                time);
        sweep.readAll(many::forEach, read::add);
        assertThat(together).containsExactly(2_000, 2_000, 1);
        assertThat(read).extracting(Person::entry).isEqualTo(many);
    }

    @Test
    void where_lists_cannot_be_read_everybody_is_read_alone() {
        sweep(_ -> voice(), _ -> {
            throw new BackendFailure(FailureKind.TRANSIENT, "The second page");
        });
        assertThat(read).hasSize(60).allMatch(person -> person.voice() instanceof Fact.Known);
    }

    @Test
    void a_directory_that_fails_ends_it() {
        var sweep = new BulkPersonReader(readings(_ -> voice(), _ -> Map.of()), PATIENCE, time);
        assertThatThrownBy(() -> sweep.readAll(
                        take -> {
                            take.accept(entries.getFirst());
                            throw new BackendFailure(FailureKind.TRANSIENT, "The second page");
                        },
                        read::add))
                .hasMessage("The second page");
    }

    private void sweep(Function<UserId, Optional<VoiceUser>> voice) {
        sweep(voice, _ -> Map.of());
    }

    private void sweep(
            Function<UserId, Optional<VoiceUser>> voice, Function<Set<UserId>, Map<UserId, VoiceUser>> lists) {
        new BulkPersonReader(readings(voice, lists), PATIENCE, time).readAll(entries::forEach, read::add);
    }

    private TenantReader readings(
            Function<UserId, Optional<VoiceUser>> voice, Function<Set<UserId>, Map<UserId, VoiceUser>> lists) {
        var ports = Fabrikam.model().ports();
        var voiceUsers = new VoiceUsers() {
            @Override
            public String source() {
                return "tenant file";
            }

            @Override
            public Optional<VoiceUser> read(UserId person) {
                return voice.apply(person);
            }

            @Override
            public Map<UserId, VoiceUser> readMany(Set<UserId> people) {
                return lists.apply(people);
            }
        };
        var tenant = new TenantPorts(
                ports.directory(),
                voiceUsers,
                ports.voiceSwitch(),
                ports.numbers(),
                ports.policyGrants(),
                ports.policyCatalogue(),
                ports.emergencyLocations(),
                ports.voiceApplications(),
                ports.organisation(),
                ports.sharedCallingPolicies(),
                ports.groupGrants());
        return tenant.reader(time, Duration.ofMinutes(5));
    }

    private static Optional<VoiceUser> voice() {
        return Fabrikam.model().ports().voiceUsers().read(Fabrikam.ADA);
    }

    private static DirectoryEntry entry(int number) {
        var ada = Fabrikam.model().ports().directory().find(Fabrikam.ADA).orElseThrow();
        return new DirectoryEntry(
                new UserId("00000000-0000-4000-8000-%012d".formatted(number)),
                "p%02d@fabrikam.example".formatted(number),
                "Person %d".formatted(number),
                Optional.empty(),
                ada.enabled(),
                ada.usageLocation(),
                ada.plans());
    }

    private static BackendFailure throttled(Duration retryAfter) {
        return new BackendFailure(FailureKind.THROTTLED, "", "429", "", Optional.of(retryAfter));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
