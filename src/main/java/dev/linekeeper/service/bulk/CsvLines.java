package dev.linekeeper.service.bulk;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
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

    /** Collects the cells of one line after another: so many and no more, whatever a line has. */
    private static final class CellsOfLine extends AbstractBaseCsvCallbackHandler<CsvLine> {
        private List<String> cells = List.of();
        private int columns;
        private boolean badQuotes;
        private long start;

        /** The line of the text in which the last one began, the first being 1. */
        long start() {
            return start;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            start = startingLineNumber;
            cells = new ArrayList<>();
            columns = 0;
            badQuotes = false;
        }

        @Override
        protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
            boolean kept = index < CsvLine.MOST_COLUMNS;
            String cell = kept ? stripped(new String(text, offset, length)) : "";
            if (kept) {
                cells.add(cell);
                badQuotes |=
                        !quoted && cell.chars().filter(letter -> letter == '"').count() % 2 == 1;
            }
            if (!kept || !cell.isEmpty()) {
                columns = index + 1;
            }
        }

        @Override
        protected CsvLine buildRecord() {
            return new CsvLine(0, cells, columns, badQuotes);
        }

        /** Without the spaces around it, those included that Word puts where no line shall break. */
        private static String stripped(String cell) {
            int from = 0;
            int to = cell.length();
            while (from < to && isSpace(cell.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(cell.charAt(to - 1))) {
                to--;
            }
            return cell.substring(from, to);
        }

        private static boolean isSpace(char letter) {
            return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
        }
    }
}
