package dev.linekeeper.service.watch;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.FaultSwitches;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A house that watches the directory, which tells what a test says it tells. */
final class WatchedHouse implements AutoCloseable {
    static final int MOST = 3;

    final House house;
    final List<String> news = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();
    Set<UserId> named = new HashSet<>();
    boolean forgotten;
    private WatchStore store;

    WatchedHouse(Path folder) {
        this.house = new House(folder, Sample.POLICY);
        this.store = house.kept.watch();
    }

    PeopleWatch people() {
        return new PeopleWatch(store, house.tenant.all().directory(), leavers(), house.kept.transactions());
    }

    LeaverRequests leavers() {
        return new LeaverRequests(
                store,
                house.kept.requests(),
                house.requests.asking(),
                house.requests.moving(),
                subject -> {
                    if (told.add(subject.toString())) {
                        news.add(subject.topic()
                                + subject.person().map(who -> " " + who).orElse(""));
                    }
                },
                house.kept.transactions(),
                MOST,
                house.clock);
    }

    /** The process dies the next time it is about to do that with the store. */
    void diesBefore(String method) {
        WatchStore kept = house.kept.watch();
        store = (WatchStore) Proxy.newProxyInstance(
                WatchStore.class.getClassLoader(), new Class<?>[] {WatchStore.class}, (_, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        store = kept;
                        throw new IllegalStateException("killed before " + method);
                    }
                    return called.invoke(kept, arguments);
                });
    }

    void swept() {
        house.swept(people());
    }

    /** A round of the watch, in which the directory names whoever was changed since the last one. */
    void watched() {
        house.clock.pass(Duration.ofMinutes(15));
        new DirectoryWatch(
                        this::since,
                        store,
                        people(),
                        leavers(),
                        house.tenantReader,
                        house.tenant.all().directory(),
                        new BulkPersonReader(house.tenantReader, Duration.ofMinutes(1), house.clock::pass),
                        house.kept.history(),
                        house::isChanging,
                        this::swept,
                        house.clock)
                .run();
        named = new HashSet<>();
    }

    private DirectoryChanges.Round since(Optional<String> link) {
        boolean anew = forgotten || link.isEmpty();
        forgotten = false;
        return new DirectoryChanges.Round(anew ? Set.of() : named, "link", anew);
    }

    /** Somebody else does that to a person, and the directory will tell. */
    void happens(String change, UserId person) {
        house.clock.pass(Duration.ofMinutes(1));
        new FaultSwitches(new ActiveFaults(), house.model)
                .add("{'person':'%s',%s}".formatted(person, change).replace('\'', '"'));
        named.add(person);
    }

    UserId person(String name) {
        return house.tenant
                .all()
                .directory()
                .findByPrincipalName(name + "@contoso.example")
                .orElseThrow()
                .id();
    }

    @Override
    public void close() {
        house.close();
    }
}
