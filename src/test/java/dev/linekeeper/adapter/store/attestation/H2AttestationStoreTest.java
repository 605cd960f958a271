package dev.linekeeper.adapter.store.attestation;

import dev.linekeeper.adapter.store.OpenedStore;
import java.util.UUID;

class H2AttestationStoreTest extends AttestationStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.inMemory("attestation-" + UUID.randomUUID(), clock);
    }
}
