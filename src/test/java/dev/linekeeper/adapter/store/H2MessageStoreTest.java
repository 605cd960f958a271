package dev.linekeeper.adapter.store;

import static dev.linekeeper.service.requests.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.DeliveryLog.DeliveryState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2MessageStoreTest extends MessageStoreContract {
    @TempDir
    Path folder;

    @Override
    OpenedStore open() {
        return OpenedStore.inFile(folder, CLOCK);
    }

    @Test
    void a_message_of_somebody_who_is_known_takes_four_statements_of_which_one_writes() {
        Address lee = personal("http://localhost/amer/");
        message("first", lee);
        store.sql().sql("set query_statistics true").update();
        message("second", lee);

        // The pool asks a connection that was idle for half a second whether it is still there.
        var statements = store.sql()
                .sql("select sql_statement from information_schema.query_statistics where execution_count = 1"
                        + " and upper(sql_statement) <> 'CALL READONLY()'")
                .query(String.class)
                .list();
        assertThat(statements).filteredOn(sql -> !sql.startsWith("set")).hasSize(4);
        assertThat(statements).filteredOn(sql -> sql.startsWith("merge")).hasSize(1);
    }

    private void message(String id, Address from) {
        assertThat(store.deliveries().begin(id, MONDAY, MONDAY)).isEqualTo(DeliveryState.FIRST);
        store.addresses().heard(from);
        from.reader().ifPresent(store.messages()::resume);
        store.deliveries().answered(id, MONDAY);
    }
}
