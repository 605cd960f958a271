package dev.linekeeper.adapter.store.setup;

import dev.linekeeper.adapter.store.OpenedStore;
import java.time.Clock;
import java.util.UUID;

class H2RoleGroupStoreTest extends RoleGroupStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.inMemory("mode-" + UUID.randomUUID(), Clock.systemUTC());
    }
}
