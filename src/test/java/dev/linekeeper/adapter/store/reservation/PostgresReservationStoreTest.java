package dev.linekeeper.adapter.store.reservation;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.ThrowAwayPostgres;

class PostgresReservationStoreTest extends ReservationStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), clock);
    }
}
