package dev.linekeeper.adapter.store;

import java.time.Clock;

class PostgresAuditTest extends AuditContract {
    @Override
    OpenedStore open() {
        return OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), Clock.systemUTC());
    }
}
