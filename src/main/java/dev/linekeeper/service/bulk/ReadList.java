package dev.linekeeper.service.bulk;

import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.Row;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;

/** What became of a list somebody gave: its rows, or why it cannot be read as a whole. */
public sealed interface ReadList {
    /**
     * Rows, at least one in all.
     *
     * @param rows whose people can be looked for, by number
     * @param refused those that are not taken whoever they name, with the reason, by number; what was given is cut and
     *     without characters that cannot be shown
     * @param used the columns people and policies were read from, as the header has them; empty without a header
     * @param ignored the other columns
     */
    record PeopleList(List<Row> rows, List<JudgedRow> refused, List<String> used, List<String> ignored)
            implements ReadList {
        public PeopleList {
            rows = List.copyOf(rows);
            refused = List.copyOf(refused);
            used = List.copyOf(used);
            ignored = List.copyOf(ignored);
        }
    }

    /** No row of it is taken. */
    record NoList(Explanation why) implements ReadList {}
}
