package dev.linekeeper.adapter.store.enquiry;

import dev.linekeeper.adapter.store.OpenedStore;
import java.util.UUID;

class H2EnquiryStoreTest extends EnquiryStoreContract {
    @Override
    OpenedStore open() {
        return OpenedStore.inMemory("enquiry-" + UUID.randomUUID(), clock);
    }
}
