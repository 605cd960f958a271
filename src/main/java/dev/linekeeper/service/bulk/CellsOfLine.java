package dev.linekeeper.service.bulk;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of one line after another: so many and no more, whatever a line has. */
final class CellsOfLine extends AbstractBaseCsvCallbackHandler<CsvLine> {
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
            badQuotes |= !quoted && cell.chars().filter(letter -> letter == '"').count() % 2 == 1;
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
