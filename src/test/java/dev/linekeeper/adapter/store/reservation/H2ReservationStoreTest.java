package dev.linekeeper.adapter.store.reservation;

import dev.linekeeper.adapter.store.OpenedStore;
import java.util.UUID;

class H2ReservationStoreTest extends ReservationStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.inMemory("reservation-" + UUID.randomUUID(), clock);
    }
}
