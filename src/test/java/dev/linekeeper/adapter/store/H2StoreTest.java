package dev.linekeeper.adapter.store;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    OpenedStore open() {
        return OpenedStore.inFile(folder, CLOCK);
    }

    @Test
    void everything_is_there_after_a_restart() {
        var before = add(ADELE);
        store.close();
        store = open();
        assertThat(store.requests().find(before.request().id())).contains(before);
        assertThat(store.requests().open(ADELE)).contains(before.request());
    }
}
