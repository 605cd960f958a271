package dev.linekeeper.adapter.store;

import static dev.linekeeper.service.requests.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.DeliveryLog.DeliveryState;
import dev.linekeeper.chat.DeliveryLog.KeptActivity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

class H2MessageStoreTest extends MessageStoreContract {
    @TempDir
    Path folder;

    @Override
    OpenedStore open() {
        return OpenedStore.inFile(folder, CLOCK);
    }

    @Override
    void theirProcessEnds() {
        store.close();
        store = open();
    }

    @Test
    void a_turn_that_is_noted_late_is_under_way_as_long_as_its_process() {
        store.deliveries().begin("slow", MONDAY, MONDAY);
        store.deliveries().keep(new KeptActivity("slow", "{}", "", MONDAY), MONDAY.plusSeconds(6));

        assertThat(store.deliveries().begin("slow", MONDAY.plusSeconds(99), MONDAY.plusSeconds(93)))
                .isEqualTo(DeliveryState.UNDER_WAY);
        assertThat(store.deliveries().abandoned(MONDAY.plusSeconds(99), MONDAY.plusSeconds(93)))
                .isEmpty();
    }

    @Test
    void who_could_not_note_an_answer_is_no_longer_at_the_activity() {
        store.deliveries().begin("answered", MONDAY, MONDAY);
        store.sql().sql("alter table seen_activity rename to elsewhere").update();
        assertThatThrownBy(() -> store.deliveries().answered("answered", MONDAY))
                .isInstanceOf(DataAccessException.class);
        store.sql().sql("alter table elsewhere rename to seen_activity").update();

        assertThat(store.deliveries().begin("answered", MONDAY, MONDAY)).isEqualTo(DeliveryState.FIRST);
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
