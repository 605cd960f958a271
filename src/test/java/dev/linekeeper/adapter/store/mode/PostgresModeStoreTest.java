package dev.linekeeper.adapter.store.mode;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.ThrowAwayPostgres;
import java.time.Clock;

class PostgresModeStoreTest extends ModeStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), Clock.systemUTC());
    }
}
