package dev.linekeeper.service.bulk;

import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.Row;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.bulk.ReadList.NoList;
import dev.linekeeper.service.bulk.ReadList.PeopleList;
import dev.linekeeper.service.requests.BatchSubmission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a list of people as spreadsheets save and copy it: any encoding, commas, semicolons or tabs, a header in English,
 * German or French ({@code columns.properties}) or one column without a header. Needs memory and time in proportion to the
 * text, of which there is at most {@link #MOST_BYTES}, whatever it is.
 */
public final class RowReader {
    /** The most people in one list. */
    public static final int MOST_ROWS = BatchSubmission.MOST;

    /** The largest file. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /** A list to fill in: a header and one example, in one column, which every spreadsheet opens the same way. */
    public static final String TEMPLATE = "UserPrincipalName\r\nadele.vance@contoso.com\r\n";

    /** The same for numbers of people's own; without a place a number keeps the one it has. */
    public static final String NUMBERS_TEMPLATE =
            "UserPrincipalName,Number,Place\r\nadele.vance@contoso.com,+14255550100,\r\n";

    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=([^\r\n])\"?(\r\n|\r|\n)");

    /** The first line of Entra's templates for bulk operations. */
    private static final Pattern VERSION = Pattern.compile("version:v[\\d.]+");

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z};,]*+");

    private static final CsvLine NO_LINE = new CsvLine(0, List.of(), 0, false);

    private final Function<CsvLine, Optional<Columns>> columns;
    private final String withoutColumns;

    /** @param withoutColumns what is said of a list with several columns and no header that is understood */
    private RowReader(Function<CsvLine, Optional<Columns>> columns, String withoutColumns) {
        this.columns = columns;
        this.withoutColumns = withoutColumns;
    }

    /** Why a file of that size is not read; to be asked before it is fetched. */
    public static Optional<Explanation> tooLarge(long bytes) {
        return bytes <= MOST_BYTES
                ? Optional.empty()
                : Optional.of(
                        said("too-large", Math.ceilDiv(bytes * 10, 1024 * 1024) / 10.0, MOST_BYTES / 1024 / 1024));
    }

    /** Reads a file. */
    public static ReadList read(byte[] file) {
        return read(file, RowReader::read);
    }

    /** Reads a file that gives people numbers of their own. */
    public static ReadList numbers(byte[] file) {
        return read(file, RowReader::numbers);
    }

    private static ReadList read(byte[] file, Function<String, ReadList> reading) {
        if (FileText.isPacked(file)) {
            return new NoList(said("packed"));
        }
        return tooLarge(file.length)
                .<ReadList>map(NoList::new)
                .orElseGet(() -> FileText.of(file).map(reading).orElseGet(() -> new NoList(said("no-text"))));
    }

    /** Reads a file on this machine, unless it is too large. */
    public static ReadList read(Path file) throws IOException {
        return read(file, RowReader::read);
    }

    /** The same of one that gives people numbers of their own. */
    public static ReadList numbers(Path file) throws IOException {
        return read(file, RowReader::numbers);
    }

    private static ReadList read(Path file, Function<String, ReadList> reading) throws IOException {
        var tooLarge = tooLarge(Files.size(file));
        return tooLarge.isPresent() ? new NoList(tooLarge.get()) : read(Files.readAllBytes(file), reading);
    }

    /** Reads what was pasted. */
    public static ReadList read(String pasted) {
        return new RowReader(Columns::of, "no-column").all(pasted);
    }

    /** Reads what was pasted to give people numbers of their own. */
    public static ReadList numbers(String pasted) {
        return new RowReader(Columns::ofNumbers, "no-number-column").all(pasted);
    }

    private ReadList all(String pasted) {
        var told = SEPARATOR.matcher(pasted);
        return tooLarge(pasted.length())
                .<ReadList>map(NoList::new)
                .orElseGet(() ->
                        told.lookingAt() ? read(pasted.substring(told.end()), told.group(1)) : read(pasted, "\t;,"));
    }

    /** Reads it with the separator that makes the most of its header. */
    private ReadList read(String text, String separators) {
        if (BLANK.matcher(text).matches()) {
            return new NoList(said("empty"));
        }
        CsvLines read = separators
                .chars()
                .mapToObj(separator -> new CsvLines(text, (char) separator, MOST_ROWS + 2))
                .max(Comparator.comparingInt(this::understood))
                .orElseThrow();
        if (read.unclosed().isPresent()) {
            return new NoList(said("unclosed", read.unclosed().getAsInt()));
        }
        return read.lines().isEmpty() ? new NoList(said("empty")) : read(read, header(read.lines()));
    }

    private int understood(CsvLines read) {
        CsvLine header = header(read.lines());
        return header.cells().size()
                + columns.apply(header).map(_ -> CsvLine.MOST_COLUMNS).orElse(0);
    }

    private static CsvLine header(List<CsvLine> lines) {
        return lines.stream()
                .filter(line ->
                        lines.size() == 1 || !VERSION.matcher(line.cell(0)).matches())
                .findFirst()
                .orElse(NO_LINE);
    }

    private ReadList read(CsvLines all, CsvLine first) {
        Optional<Columns> named = columns.apply(first);
        int above = named.isPresent() ? first.number() : first.number() - 1;
        if (first.columns() > CsvLine.MOST_COLUMNS) {
            return new NoList(said("too-many-columns", first.columns(), CsvLine.MOST_COLUMNS));
        }
        if (named.isEmpty() && (first.columns() > 1 || withoutColumns.equals("no-number-column"))) {
            return new NoList(said(
                    withoutColumns,
                    first.number(),
                    first.columns(),
                    CellCheck.shown(String.join(", ", first.cells()))));
        }
        if (all.last() - above > MOST_ROWS) {
            return new NoList(said("too-many-rows", all.last() - above, MOST_ROWS));
        }
        return all.last() == above
                ? new NoList(said("no-rows"))
                : rows(
                        all.lines().stream()
                                .filter(line -> line.number() > above)
                                .toList(),
                        above,
                        named.orElse(Columns.ONE),
                        named.map(columns -> List.of(columns.headings(first, true), columns.headings(first, false)))
                                .orElse(List.of(List.of(), List.of())));
    }

    private static PeopleList rows(List<CsvLine> lines, int above, Columns columns, List<List<String>> headings) {
        var rows = new ArrayList<Row>();
        var refused = new ArrayList<JudgedRow>();
        int number = above;
        for (CsvLine line : lines) {
            while (++number < line.number()) {
                refused.add(refused(new Row(number, ""), Explanation.of("bulk.row.empty")));
            }
            Row row = columns.row(line);
            columns.refusal(line).ifPresentOrElse(why -> refused.add(refused(row, why)), () -> rows.add(row));
        }
        return new PeopleList(rows, refused, headings.getFirst(), headings.getLast());
    }

    private static JudgedRow refused(Row row, Explanation why) {
        var shown = new Row(row.number(), CellCheck.shown(row.given()), row.policy());
        return new JudgedRow(shown, Optional.empty(), RowOutcome.REFUSED, why, List.of());
    }

    private static Explanation said(String key, Object... arguments) {
        return Explanation.of("bulk.list." + key, arguments);
    }
}
