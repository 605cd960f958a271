package dev.linekeeper.service.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The lines of a text with separators. One whose quotes end where they should not is kept as such, and the rest is read
 * nevertheless. However much there is, no more is kept than is wanted, and the rest is counted.
 */
final class CsvLines {
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    /** With more lines whose quotes are wrong it is no list with a slip, and reading on would take long. */
    private static final int MOST_WRONG = 20;

    private final CellsOfLine cells = new CellsOfLine();
    private final List<CsvLine> lines = new ArrayList<>();
    private final char separator;
    private final int most;
    private int number;
    private int last;
    private int wrong;
    private boolean closed = true;

    /**
     * Reads a text.
     *
     * @param most as many lines are kept
     */
    CsvLines(String text, char separator, int most) {
        this.separator = separator;
        this.most = most;
        String rest = text;
        while (closed && !rest.isEmpty()) {
            rest = read(rest);
        }
    }

    /** Those that are not blank. */
    List<CsvLine> lines() {
        return lines;
    }

    /** The number of the last line that is not blank; 0 when all are. */
    int last() {
        return last;
    }

    /** The line whose quotes are so that nobody can tell what belongs to it. */
    OptionalInt unclosed() {
        return closed ? OptionalInt.empty() : OptionalInt.of(last);
    }

    /** Reads until the end, or until a line whose quotes are wrong; returns what comes after that. */
    private String read(String text) {
        try {
            CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .build(cells, text)
                    .forEach(this::keep);
            return "";
        } catch (CsvParseException _) {
            var breaks = LINE_BREAK.matcher(text);
            int start = 0;
            for (long at = 1; at < cells.start() && breaks.find(); at++) {
                start = breaks.end();
            }
            boolean more = breaks.find(start);
            String line = text.substring(start, more ? breaks.start() : text.length());
            closed = ++wrong < MOST_WRONG
                    && line.chars().filter(letter -> letter == '"').count() % 2 == 0;
            keep(new CsvLine(0, List.of(line), 1, true));
            return more ? text.substring(breaks.end()) : "";
        }
    }

    private void keep(CsvLine line) {
        number++;
        if (line.columns() > 0) {
            last = number;
            if (lines.size() < most) {
                lines.add(line.numbered(number));
            }
        }
    }
}
