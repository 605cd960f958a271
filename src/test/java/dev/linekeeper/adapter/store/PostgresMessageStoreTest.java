package dev.linekeeper.adapter.store;

class PostgresMessageStoreTest extends MessageStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), CLOCK);
    }

    /** Other replicas know it by the time alone. */
    @Override
    void theirProcessEnds() {}
}
