package dev.linekeeper.adapter.store;

class PostgresBatchStoreTest extends BatchStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), clock);
    }
}
