package dev.linekeeper.adapter.store.site;

import dev.linekeeper.adapter.store.OpenedStore;
import java.time.Clock;
import java.util.UUID;

class H2SiteStoreTest extends SiteStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.inMemory("sites-" + UUID.randomUUID(), Clock.systemUTC());
    }
}
