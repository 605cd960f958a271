package dev.linekeeper.adapter.store.override;

import dev.linekeeper.adapter.store.OpenedStore;
import java.util.UUID;

class H2OverrideStoreTest extends OverrideStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.inMemory("overrides-" + UUID.randomUUID(), clock);
    }
}
