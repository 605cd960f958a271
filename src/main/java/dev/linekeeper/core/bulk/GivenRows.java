package dev.linekeeper.core.bulk;

import java.util.List;

/**
 * The rows of a list as somebody gave it.
 *
 * @param rows whose people are looked for
 * @param refused those that are not taken whoever they name
 */
public record GivenRows(List<Row> rows, List<JudgedRow> refused) {
    /** Where the people are looked up in the directory. */
    public static final GivenRows NONE = new GivenRows(List.of(), List.of());

    public GivenRows {
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
    }

    public int size() {
        return rows.size() + refused.size();
    }
}
