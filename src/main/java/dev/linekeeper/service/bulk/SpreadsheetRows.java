package dev.linekeeper.service.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Writer;
import java.util.List;

/**
 * Rows for a spreadsheet. A cell it would take for a formula gets an apostrophe in front, so that a display name cannot run
 * anything; telephone numbers with their plus are such cells too.
 */
public final class SpreadsheetRows {
    /** What a formula begins with, in the wide letters of Japanese too. */
    private static final String FORMULA = "=+-@\t\r＝＋－＠";

    private final CsvWriter csv;

    /** Writes at once, what was written is never closed here. */
    public SpreadsheetRows(Writer out, char separator) {
        this.csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(out);
    }

    public void add(List<String> cells) {
        csv.writeRecord(cells.stream().map(SpreadsheetRows::harmless).toList());
    }

    private static String harmless(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** Whether a spreadsheet would take the cell for a formula. */
    static boolean isFormula(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    }
}
