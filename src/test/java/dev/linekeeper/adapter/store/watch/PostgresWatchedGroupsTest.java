package dev.linekeeper.adapter.store.watch;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.ThrowAwayPostgres;

class PostgresWatchedGroupsTest extends WatchedGroupsContract {
    @Override
    OpenedStore open() {
        return OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), clock);
    }
}
