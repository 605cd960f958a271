package dev.linekeeper.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCheckupTest {
    @TempDir
    private Path folder;

    @Test
    void an_embedded_database_works_and_wants_attention_and_one_that_is_gone_is_missing() {
        var kept = OpenedStore.inFile(folder, Clock.systemUTC());
        var checkup = new StoreCheckup(kept.database());

        assertThat(checkup.checks()).singleElement().satisfies(check -> {
            assertThat(check.state()).isEqualTo(CheckState.ATTENTION);
            assertThat(check.found().arguments().getFirst().toString()).startsWith("H2");
            assertThat(check.found().arguments().getLast().toString()).matches("\\d+");
        });
        kept.close();
        assertThat(checkup.checks()).extracting(SetupCheck::state).containsExactly(CheckState.MISSING);
    }
}
