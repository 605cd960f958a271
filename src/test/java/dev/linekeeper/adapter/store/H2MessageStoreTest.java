package dev.linekeeper.adapter.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2MessageStoreTest extends MessageStoreContract {
    @TempDir
    Path folder;

    @Override
    OpenedStore open() {
        return OpenedStore.inFile(folder, CLOCK);
    }
}
