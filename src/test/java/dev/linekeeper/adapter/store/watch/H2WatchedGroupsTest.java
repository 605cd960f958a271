package dev.linekeeper.adapter.store.watch;

import dev.linekeeper.adapter.store.OpenedStore;
import java.util.UUID;

class H2WatchedGroupsTest extends WatchedGroupsContract {
    @Override
    OpenedStore open() {
        return OpenedStore.inMemory("groups-" + UUID.randomUUID(), clock);
    }
}
