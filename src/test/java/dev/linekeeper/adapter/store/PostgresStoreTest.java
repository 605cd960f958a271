package dev.linekeeper.adapter.store;

class PostgresStoreTest extends StoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), CLOCK);
    }
}
