package dev.linekeeper.adapter.store.watch;

import dev.linekeeper.adapter.store.OpenedStore;
import java.util.UUID;

class H2WatchStoreTest extends WatchStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.inMemory("watch-" + UUID.randomUUID(), clock);
    }
}
