package dev.linekeeper.service.imports;

import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.bulk.GivenRows;
import dev.linekeeper.core.bulk.ImportSource;
import dev.linekeeper.core.bulk.ImportSource.SourceKind;
import dev.linekeeper.core.bulk.ImportState;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.PeopleImport;
import dev.linekeeper.core.bulk.Row;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.bulk.Crowd;
import dev.linekeeper.service.bulk.judging.RowJudgement;
import dev.linekeeper.service.imports.ImportStore.StoredImport;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list whose process is killed before and after each thing that is stored: nothing is lost, and nobody is asked for twice. */
class ImportKillsTest {
    private static final int ROWS = 4;

    private final House.MovingClock clock = new House.MovingClock();

    /** A second passes with every look at it, so that after each row it is said how far it is. */
    private final Clock passing = ((InstantSource) () -> {
                clock.pass(Duration.ofSeconds(1));
                return clock.instant();
            })
            .withZone(ZoneOffset.UTC);

    private final House.Power power = new House.Power();
    private final SimulatedTenant tenant = Crowd.tenant(ROWS, new Random(1));
    private final OpenedStore store = OpenedStore.inMemory("import-kills", clock);
    private final List<RequestId> jobs = new ArrayList<>();
    private final List<Integer> reached = new ArrayList<>();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_list_that_is_given_is_there_with_its_job_or_not_at_all() {
        for (int kill = 0; isKilled(kill, () -> {}, this::given); kill++) {
            assertThat(store.imports().of(ANA_ADMIN, 9)).hasSize(jobs.size());
            given();
            assertThat(store.imports().of(ANA_ADMIN, 9))
                    .as("the message is answered again")
                    .hasSize(1);
            assertThat(jobs).hasSize(1);
            forget();
        }
    }

    @Test
    void a_list_is_judged_whole_whenever_its_job_was_cut_off() {
        int kills = 0;
        for (; isKilled(kills, this::given, () -> run(stored().id())); kills++) {
            assertThat(stored().state()).isInstanceOfAny(ImportState.JudgingRows.class, ImportState.PreviewReady.class);
            run(stored().id());
            assertThat(stored().state()).isInstanceOf(ImportState.PreviewReady.class);
            assertThat(store.imports().rows(stored().id(), 0, 99))
                    .extracting(JudgedRow::outcome)
                    .as("killed at moment %d", kills)
                    .hasSize(ROWS);
            forget();
        }
        assertThat(kills).isGreaterThan(10);
        assertThat(reached).as("half of the rows").contains(ROWS / 2);
    }

    @Test
    void everybody_is_asked_for_once_whenever_the_process_was_killed() {
        int kills = 0;
        for (; isKilled(kills, this::judged, this::ask); kills++) {
            var now = stored();
            if (now.state() instanceof ImportState.PreviewReady) {
                assertThat(imports().ask(ANA_ADMIN, now.id(), false, Optional.empty()))
                        .isInstanceOf(ImportMove.ImportMoved.class);
            }
            run(now.id());
            var batches = store.batches().latest(Optional.empty(), 9);
            assertThat(batches).as("killed at moment %d", kills).hasSize(1);
            assertThat(stored().state()).isInstanceOfSatisfying(ImportState.RowsAsked.class, end -> {
                assertThat(end.batch()).contains(batches.getFirst().id());
                assertThat(end.people())
                        .isEqualTo(batches.getFirst().terms().plan().people());
                assertThat(end.leftOut()).isEmpty();
            });
            assertThat(store.sql()
                            .sql("select count(*) from request")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(batches.getFirst().terms().plan().people());
            forget();
        }
        assertThat(kills).isGreaterThan(10);
    }

    @Test
    void of_a_list_that_was_given_up_nothing_is_kept_though_the_process_dies() {
        for (int kill = 0; isKilled(kill, this::given, this::cancel); kill++) {
            var now = stored();
            boolean isCancelled = now.state() instanceof ImportState.ImportCancelled;
            assertThat(store.imports().given(now.id()).equals(GivenRows.NONE))
                    .as("killed at moment %d", kill)
                    .isEqualTo(isCancelled);
            forget();
        }
    }

    private void judged() {
        run(given());
    }

    private void cancel() {
        imports().cancel(ANA_ADMIN, stored().id());
    }

    private void ask() {
        RequestId list = stored().id();
        imports().ask(ANA_ADMIN, list, false, Optional.empty());
        run(list);
    }

    private RequestId given() {
        var rows = IntStream.range(0, ROWS)
                .mapToObj(at -> new Row(at + 1, "many%d@contoso.example".formatted(at)))
                .toList();
        return imports()
                .start(
                        ANA_ADMIN,
                        Optional.of("the message"),
                        new ImportSource(SourceKind.FILE, "people.csv"),
                        new GivenRows(rows, List.of()),
                        Optional.of(House.SEATTLE),
                        Optional.empty(),
                        "many")
                .list()
                .id();
    }

    private PeopleImport stored() {
        return store.imports().of(ANA_ADMIN, 9).getFirst();
    }

    private void run(RequestId list) {
        var house = new House(store, tenant, tenant.ports(), clock, Sample.POLICY, power);
        var many = house.requests.askingForMany();
        new ImportRun(
                        watched(),
                        new ImportedPeople(
                                watched(),
                                tenant.ports().directory(),
                                tenant.ports().voiceUsers()),
                        new RowJudgement(tenant.ports(), house.tenantReader, many::preview, clock),
                        new ImportAsking(watched(), many, store.groups(), new NobodyTold(), clock),
                        new NobodyTold(),
                        passing)
                .run(list);
    }

    private Imports imports() {
        return new Imports(watched(), jobs::add, new NobodyTold(), this::inOne, Duration.ofDays(7), clock);
    }

    private <T> T inOne(Supplier<T> work) {
        int before = jobs.size();
        try {
            return store.transactions().run(() -> {
                T done = work.get();
                power.tick("before a commit");
                return done;
            });
        } catch (House.Fuse.PowerCut gone) {
            jobs.subList(before, jobs.size()).clear();
            throw gone;
        }
    }

    /** The store, with a moment before and after each call. */
    private ImportStore watched() {
        return (ImportStore) Proxy.newProxyInstance(
                ImportStore.class.getClassLoader(), new Class<?>[] {ImportStore.class}, (_, method, arguments) -> {
                    power.tick("before " + method.getName());
                    if (method.getName().equals("reached")) {
                        reached.add((Integer) arguments[1]);
                    }
                    Object answer;
                    try {
                        answer = method.invoke(store.imports(), arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                    power.tick("after " + method.getName());
                    return answer;
                });
    }

    /** Does it until the power is cut after so many moments; false when it came to its end before. */
    private boolean isKilled(int moments, Runnable before, Runnable work) {
        before.run();
        power.cutAfter(moments);
        try {
            work.run();
            return false;
        } catch (House.Fuse.PowerCut _) {
            return true;
        } finally {
            power.on();
        }
    }

    private void forget() {
        store.forgetEverything();
        jobs.clear();
    }

    private record NobodyTold() implements ImportEvents {
        @Override
        public void changed(StoredImport now) {}

        @Override
        public void progressed(RequestId id, Instant since) {}
    }
}
