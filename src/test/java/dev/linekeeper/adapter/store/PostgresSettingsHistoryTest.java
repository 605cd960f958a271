package dev.linekeeper.adapter.store;

class PostgresSettingsHistoryTest extends SettingsHistoryContract {
    @Override
    OpenedStore open() {
        return OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), clock);
    }
}
