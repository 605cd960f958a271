package dev.linekeeper.adapter.store;

import java.util.UUID;

class H2BatchStoreTest extends BatchStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.inMemory("batches-" + UUID.randomUUID(), clock);
    }
}
