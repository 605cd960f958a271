package dev.linekeeper.service.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.ThrowAwayPostgres;
import dev.linekeeper.core.drift.DriftState;
import dev.linekeeper.core.enrolment.EffectivePolicy;
import dev.linekeeper.core.enrolment.EffectivePolicy.Origin;
import dev.linekeeper.core.history.Licence;
import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.history.HistoryRecorder;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Directory;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Looking for what changed without us, over real databases. */
class DriftLookTest {
    @Nested
    class InH2 extends DriftLookContract {
        @Override
        OpenedStore open() {
            return OpenedStore.inMemory("drift-" + UUID.randomUUID(), clock);
        }
    }

    @Nested
    class InPostgres extends DriftLookContract {
        @Override
        OpenedStore open() {
            return OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), clock);
        }
    }

    abstract static class DriftLookContract {
        private static final Instant NIGHT = Instant.parse("2026-11-20T02:00:00Z");
        private static final GroupId SALES = new GroupId("00000000-0000-0000-0000-00000000001a");
        private static final UserId ANA = new UserId("5e43303f-8f5c-57de-abb6-c2c813ee3de4");
        private static final EffectivePolicy GLOBAL = policy("Global", Origin.GLOBAL);

        final Clock clock = Clock.fixed(NIGHT.plus(Duration.ofDays(9)), ZoneOffset.UTC);
        private final Set<UserId> busy = new HashSet<>();
        private Set<UserId> members = Set.of();
        private boolean directoryAnswers = true;
        OpenedStore store;

        abstract OpenedStore open();

        @BeforeEach
        void openStore() {
            store = open();
        }

        @AfterEach
        void closeStore() {
            if (store != null) {
                store.close();
            }
        }

        @Test
        void everybody_is_in_exactly_one_drift_for_each_setting_in_whatever_order_they_were_recorded() {
            for (int seed = 0; seed < 3; seed++) {
                var one = found(new Random(seed), new Random(1));
                var other = found(new Random(seed), new Random(2));
                assertThat(one).as("seed %d", seed).isNotEmpty().isEqualTo(other);
            }
        }

        /** The people of each cause; who is recorded when is a matter of {@code order}. */
        private Map<String, Set<UserId>> found(Random random, Random order) {
            store.forgetEverything();
            var people = new ArrayList<Integer>();
            var before = new TreeMap<Integer, PersonSettings>();
            var after = new TreeMap<Integer, PersonSettings>();
            for (int at = 0; at < 60; at++) {
                people.add(at);
                var was = settings(pick(random, "London", "Berlin"), random.nextBoolean(), true, true);
                boolean licensed = random.nextInt(4) > 0;
                before.put(at, was);
                after.put(
                        at,
                        settings(pick(random, "London", "Berlin", "Global"), random.nextBoolean(), licensed, licensed));
            }
            Collections.shuffle(people, order);
            people.forEach(at -> seen(person(at), before.get(at), 0));
            look().run();
            assertThat(store.drifts().open()).as("a first sweep finds none").isEmpty();
            Collections.shuffle(people, order);
            people.forEach(at -> seen(person(at), after.get(at), 1));
            look().run();

            var causes = new TreeMap<String, Set<UserId>>();
            var told = new ArrayList<String>();
            for (var drift : store.drifts().open()) {
                var some = store.drifts().people(drift.drift().id(), 0, 100);
                some.forEach(it -> it.was().policies().keySet().forEach(kind -> told.add(it.person() + " " + kind)));
                some.forEach(it -> it.was().voiceOn().ifPresent(_ -> told.add(it.person() + " voice")));
                some.forEach(it -> it.was().licences().keySet().forEach(held -> told.add(it.person() + " " + held)));
                assertThat(causes.put(
                                drift.drift().cause().key(),
                                Set.copyOf(
                                        some.stream().map(DriftPerson::person).toList())))
                        .as("a cause is one drift")
                        .isNull();
            }
            assertThat(told).doesNotHaveDuplicates();
            assertThat(told).hasSize((int) people.stream()
                    .mapToLong(at -> differences(before.get(at), after.get(at)))
                    .sum());
            return causes;
        }

        private static long differences(PersonSettings one, PersonSettings other) {
            boolean policy = !one.policies()
                    .get(PolicyKind.SHARED_CALLING)
                    .policy()
                    .equals(other.policies().get(PolicyKind.SHARED_CALLING).policy());
            boolean voice = !one.voiceOn().equals(other.voiceOn());
            boolean licence = !one.licences().equals(other.licences());
            return (policy ? 1 : 0) + (voice ? 1 : 0) + (licence ? 1 : 0);
        }

        @Test
        void a_group_is_called_by_its_name_and_who_left_it_is_told_apart_from_a_changed_grant() {
            members = Set.of(person(1), person(2));
            lost(1, 2, 3);
            assertThat(store.drifts().open())
                    .extracting(drift -> drift.drift().cause().origin() + " " + drift.people())
                    .containsExactlyInAnyOrder("GROUP_CHANGED 2", "GROUP_LEFT 1");
            assertThat(store.drifts().open())
                    .allMatch(drift -> drift.drift().groupName().equals(Optional.of("Sales")));
        }

        @Test
        void what_the_directory_does_not_tell_of_a_group_is_not_guessed() {
            directoryAnswers = false;
            lost(1, 2);
            assertThat(store.drifts().open()).singleElement().satisfies(drift -> {
                assertThat(drift.drift().cause().origin()).hasToString("GROUP_GONE");
                assertThat(drift.drift().groupName()).isEmpty();
            });
        }

        @Test
        void killed_between_storing_and_telling_it_is_told_once_when_it_looks_again() {
            seen(person(1), byGroup(), 0);
            seen(person(1), settings("Global", true, true, false), 1);
            var kills = new int[] {1};
            Transactions killing = new Transactions() {
                @Override
                public <T> T run(Supplier<T> work) {
                    return store.transactions().run(() -> {
                        T done = work.get();
                        if (kills[0]-- == 0) {
                            throw new IllegalStateException("killed");
                        }
                        return done;
                    });
                }
            };
            assertThatThrownBy(() -> look(killing).run()).hasMessage("killed");
            assertThat(store.drifts().open()).hasSize(1);
            assertThat(told()).isZero();
            look().run();
            look().run();
            assertThat(store.drifts().open()).hasSize(1);
            assertThat(told()).isEqualTo(1);
        }

        @Test
        void two_replicas_that_look_at_once_find_and_tell_it_once() {
            for (int at = 0; at < 30; at++) {
                seen(person(at), byGroup(), 0);
                seen(person(at), settings("Global", true, true, false), 1);
            }
            var looks = IntStream.range(0, 2)
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> {
                        try {
                            look().run();
                        } catch (RuntimeException rival) {
                            look().run();
                        }
                    }))
                    .toList();
            looks.forEach(CompletableFuture::join);
            look().run();
            assertThat(store.drifts().open())
                    .singleElement()
                    .satisfies(drift -> assertThat(drift.people()).isEqualTo(30));
            assertThat(told()).isEqualTo(1);
        }

        @Test
        void more_than_five_at_once_are_one_card() {
            for (int at = 0; at < 7; at++) {
                seen(person(at), settings("Policy " + at, true, true, false), 0);
                seen(person(at), settings("Global", true, true, false), 1);
            }
            look().run();
            assertThat(store.drifts().open()).hasSize(7);
            assertThat(told()).isEqualTo(1);
            assertThat(store.drifts().standing().people()).isEqualTo(7);
        }

        @Test
        void who_is_being_changed_is_looked_at_when_that_is_over() {
            busy.add(person(1));
            lost(1, 2);
            assertThat(store.drifts().open())
                    .singleElement()
                    .satisfies(drift -> assertThat(drift.people()).isEqualTo(1));
            busy.clear();
            look().run();
            assertThat(store.drifts().open())
                    .singleElement()
                    .satisfies(drift -> assertThat(drift.people()).isEqualTo(2));
        }

        @Test
        void accepted_it_takes_in_who_was_read_late_and_a_later_change_is_told() {
            lost(1);
            var drift = store.drifts().open().getFirst();
            var desk = desk();
            assertThat(desk.accept(ANA, drift.drift().id(), OptionalLong.of(drift.version() + 1)))
                    .as("another version than was shown")
                    .isInstanceOf(DriftMove.DriftMovedOn.class);
            assertThat(desk.accept(ANA, drift.drift().id(), OptionalLong.of(drift.version())))
                    .isInstanceOf(DriftMove.DriftMoved.class);

            seen(person(2), byGroup(), 0);
            seen(person(2), settings("Global", true, true, false), 5);
            look().run();
            assertThat(store.drifts().open()).isEmpty();
            assertThat(store.drifts().find(drift.drift().id()).orElseThrow().people())
                    .isEqualTo(2);

            seen(person(3), byGroup(), 6);
            seen(person(3), settings("Global", true, true, false), 7);
            look().run();
            assertThat(store.drifts().open()).hasSize(1);
            assertThat(told()).isEqualTo(2);
        }

        @Test
        void somebody_who_is_erased_is_in_no_drift_and_has_said_nothing() {
            lost(1, 2);
            var drift = store.drifts().open().getFirst().drift().id();
            desk().judge(ANA, drift, "was a mistake");
            store.upkeep().erase(person(1), "asked for it", NIGHT);
            store.upkeep().erase(ANA, "asked for it", NIGHT);
            var now = store.drifts().find(drift).orElseThrow();
            assertThat(now.people()).isEqualTo(1);
            assertThat(now.drift().state()).isEqualTo(new DriftState.DriftOpen());

            desk().accept(ANA, drift, OptionalLong.empty());
            store.upkeep().erase(ANA, "asked for it", NIGHT);
            assertThat(store.drifts().find(drift)).isEmpty();
        }

        @Test
        void what_is_over_is_deleted_with_the_settings_it_was_read_from() {
            lost(1);
            var drift = store.drifts().open().getFirst().drift().id();
            store.upkeep().deleteExpired(clock.instant().plus(Duration.ofDays(181)));
            assertThat(store.drifts().find(drift)).as("open").isPresent();
            desk().accept(ANA, drift, OptionalLong.empty());
            store.upkeep().deleteExpired(clock.instant().plus(Duration.ofDays(181)));
            assertThat(store.drifts().find(drift)).isEmpty();
        }

        private void lost(int... people) {
            for (int at : people) {
                seen(person(at), byGroup(), 0);
            }
            for (int at : people) {
                seen(person(at), settings("Global", true, true, false), 1);
            }
            look().run();
        }

        private DriftDesk desk() {
            return new DriftDesk(
                    store.drifts(),
                    DriftsForTests.NO_JOBS,
                    DriftsForTests.news(store, clock),
                    store.trail(),
                    store.transactions(),
                    clock);
        }

        private DriftLook look() {
            return look(store.transactions());
        }

        private DriftLook look(Transactions transactions) {
            var told = DriftsForTests.news(store, clock);
            var news = new DriftNews(told.store(), told.news(), told.events(), transactions);
            return new DriftLook(
                    store.drifts(),
                    store.history(),
                    directory(),
                    news,
                    new PutBackEnds(
                            store.drifts(), store.requests(), store.batches(), news, store.transactions(), clock),
                    busy::contains,
                    transactions,
                    clock);
        }

        private Directory directory() {
            return (Directory) Proxy.newProxyInstance(
                    Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, _) -> {
                        if (!directoryAnswers) {
                            throw new BackendFailure(FailureKind.TRANSIENT, "not now");
                        }
                        return method.getName().equals("groupName") ? Optional.of("Sales") : Optional.of(members);
                    });
        }

        private int told() {
            return store.sql()
                    .sql("select count(*) from news where kind = 'drift'")
                    .query(Integer.class)
                    .single();
        }

        private void seen(UserId person, PersonSettings read, int hours) {
            new HistoryRecorder(store.history()).seen(person, read, NIGHT.plus(Duration.ofHours(hours)));
        }

        private static PersonSettings byGroup() {
            var granted =
                    new EffectivePolicy(new PolicyName("London"), Origin.GROUP, Optional.of(SALES), Optional.empty());
            return with(granted, true, Map.of(Licence.TEAMS_PHONE, true));
        }

        private static PersonSettings settings(String policy, boolean voice, boolean licensed, boolean direct) {
            var granted = policy.equals("Global") ? GLOBAL : policy(policy, direct ? Origin.DIRECT : Origin.GLOBAL);
            return with(granted, voice, Map.of(Licence.TEAMS_PHONE, licensed));
        }

        private static PersonSettings with(EffectivePolicy policy, boolean voice, Map<Licence, Boolean> licences) {
            return new PersonSettings(
                    Optional.of(voice),
                    Optional.of(List.of()),
                    Map.of(PolicyKind.SHARED_CALLING, policy),
                    Optional.of("GB"),
                    licences);
        }

        private static EffectivePolicy policy(String name, Origin origin) {
            return new EffectivePolicy(new PolicyName(name), origin, Optional.empty(), Optional.empty());
        }

        private static String pick(Random random, String... words) {
            return words[random.nextInt(words.length)];
        }

        private static UserId person(int at) {
            return new UserId("00000000-0000-0000-0000-%012d".formatted(at));
        }
    }
}
