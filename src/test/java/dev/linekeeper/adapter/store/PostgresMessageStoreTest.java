package dev.linekeeper.adapter.store;

class PostgresMessageStoreTest extends MessageStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.over(ThrowAwayPostgres.freshDatabase(), CLOCK);
    }
}
