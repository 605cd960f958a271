package dev.linekeeper.adapter.store.setup;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.ThrowAwayPostgres;
import java.time.Clock;

class PostgresRoleGroupStoreTest extends RoleGroupStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), Clock.systemUTC());
    }
}
