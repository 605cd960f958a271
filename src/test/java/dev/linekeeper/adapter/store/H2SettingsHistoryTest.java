package dev.linekeeper.adapter.store;

import java.util.UUID;

class H2SettingsHistoryTest extends SettingsHistoryContract {
    @Override
    OpenedStore open() {
        return OpenedStore.inMemory("history-" + UUID.randomUUID(), clock);
    }
}
