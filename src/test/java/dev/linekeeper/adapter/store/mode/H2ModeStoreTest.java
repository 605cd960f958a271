package dev.linekeeper.adapter.store.mode;

import dev.linekeeper.adapter.store.OpenedStore;
import java.time.Clock;
import java.util.UUID;

class H2ModeStoreTest extends ModeStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.inMemory("mode-" + UUID.randomUUID(), Clock.systemUTC());
    }
}
