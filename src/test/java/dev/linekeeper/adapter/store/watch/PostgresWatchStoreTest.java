package dev.linekeeper.adapter.store.watch;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.ThrowAwayPostgres;

class PostgresWatchStoreTest extends WatchStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), clock);
    }
}
