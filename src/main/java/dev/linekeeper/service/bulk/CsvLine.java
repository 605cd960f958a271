package dev.linekeeper.service.bulk;

import java.util.List;

/**
 * A line of a list.
 *
 * @param number the first being 1, blank ones counted
 * @param cells without the spaces around them, at most {@link #MOST_COLUMNS}
 * @param columns how many there are up to the last that is not blank
 * @param badQuotes whether a quotation mark is where none belongs
 */
record CsvLine(int number, List<String> cells, int columns, boolean badQuotes) {
    static final int MOST_COLUMNS = 500;

    CsvLine numbered(int place) {
        return new CsvLine(place, cells, columns, badQuotes);
    }

    /** Empty where the line ends before. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
