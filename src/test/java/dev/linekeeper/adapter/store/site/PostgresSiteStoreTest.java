package dev.linekeeper.adapter.store.site;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.ThrowAwayPostgres;
import java.time.Clock;

class PostgresSiteStoreTest extends SiteStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), Clock.systemUTC());
    }
}
