package dev.linekeeper.adapter.store;

import java.time.Clock;
import java.util.UUID;

class H2AuditTest extends AuditContract {
    @Override
    OpenedStore open() {
        return OpenedStore.inMemory("audit-" + UUID.randomUUID(), Clock.systemUTC());
    }
}
