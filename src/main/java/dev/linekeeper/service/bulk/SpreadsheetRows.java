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
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
