package dev.linekeeper.service.bulk;

import dev.linekeeper.core.bulk.Row;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of a list that are read.
 *
 * @param width how many columns a row may have
 * @param person the one that says who is meant
 * @param policy the one that says under which policy
 * @param own the one that says which number the person gets, in a list that gives numbers
 * @param place the one that says where that number is to be
 */
record Columns(int width, int person, Optional<Integer> policy, Optional<Integer> own, Optional<Integer> place) {
    /** Of a list without a header. */
    static final Columns ONE = new Columns(1, 0, Optional.empty(), Optional.empty(), Optional.empty());

    /** As Teams writes a policy without its name. */
    private static final Pattern POLICY_OF_NO_NAME = Pattern.compile("(?i)(tag:)?\\s*");

    private static final Pattern ADDRESS_AND_MORE = Pattern.compile("[^,;]*@[^,;]*[,;].*", Pattern.DOTALL);

    private static final int LONGEST_HEADING = 200;

    /** What a column can say, in the order in which one is preferred to the other: what is nobody else's first. */
    private enum ColumnKind {
        UPN,
        OBJECT_ID,
        MAIL,
        PERSON,
        NUMBER,
        NAME,
        POLICY,
        PLACE
    }

    private static final Set<ColumnKind> NOBODY = EnumSet.of(ColumnKind.POLICY, ColumnKind.PLACE);

    private static final Map<ColumnKind, Set<String>> WORDS = words();

    /** Empty when no cell of the line is a word for somebody. */
    static Optional<Columns> of(CsvLine header) {
        return person(header, NOBODY)
                .map(person -> new Columns(
                        header.cells().size(),
                        person,
                        first(header, ColumnKind.POLICY),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Of a list that gives people numbers; empty when no cell is a word for somebody, or none for a number. */
    static Optional<Columns> ofNumbers(CsvLine header) {
        return first(header, ColumnKind.NUMBER)
                .flatMap(number -> person(header, EnumSet.of(ColumnKind.POLICY, ColumnKind.PLACE, ColumnKind.NUMBER))
                        .map(person -> new Columns(
                                header.cells().size(),
                                person,
                                Optional.empty(),
                                Optional.of(number),
                                first(header, ColumnKind.PLACE))));
    }

    private static Optional<Integer> person(CsvLine header, Set<ColumnKind> not) {
        return Arrays.stream(ColumnKind.values())
                .filter(kind -> !not.contains(kind))
                .flatMap(kind -> those(header, kind).stream())
                .findFirst();
    }

    private static Optional<Integer> first(CsvLine header, ColumnKind kind) {
        return those(header, kind).stream().findFirst();
    }

    Row row(CsvLine line) {
        return new Row(
                line.number(),
                CellCheck.plain(line.cell(person)),
                policy.map(line::cell)
                        .filter(name -> !POLICY_OF_NO_NAME.matcher(name).matches())
                        .map(PolicyName::new),
                own.map(number -> new Row.NumberCells(
                        CellCheck.plain(line.cell(number)),
                        place.map(line::cell).map(CellCheck::plain).orElse(""))));
    }

    /** Why a line is not taken, whoever it names. */
    Optional<Explanation> refusal(CsvLine line) {
        String given = CellCheck.plain(line.cell(person));
        if (line.badQuotes()) {
            return CellCheck.refused("quotes");
        }
        if (given.length() > CellCheck.LONGEST) {
            return CellCheck.refusal(given);
        }
        if (line.columns() > width || ADDRESS_AND_MORE.matcher(given).matches()) {
            return CellCheck.refused("columns", Math.max(line.columns(), width + 1), width);
        }
        return given.isEmpty()
                ? CellCheck.refused("empty")
                : CellCheck.refusal(given)
                        .or(() -> Stream.of(policy, own, place)
                                .flatMap(Optional::stream)
                                .flatMap(column -> CellCheck.refusal(CellCheck.plain(line.cell(column))).stream())
                                .findFirst())
                        .or(() -> own.map(line::cell)
                                .filter(String::isBlank)
                                .flatMap(_ -> CellCheck.refused("no-number")));
    }

    /** The headings of the columns that are read, or of those that are not. */
    List<String> headings(CsvLine header, boolean read) {
        return IntStream.range(0, header.cells().size())
                .filter(column -> (column == person
                                || Stream.of(policy, own, place).anyMatch(it -> it.equals(Optional.of(column))))
                        == read)
                .mapToObj(header::cell)
                .filter(heading -> !heading.isEmpty())
                .toList();
    }

    private static List<Integer> those(CsvLine header, ColumnKind kind) {
        return IntStream.range(0, header.cells().size())
                .filter(column -> said(header.cell(column)).anyMatch(Objects.requireNonNull(WORDS.get(kind))::contains))
                .boxed()
                .toList();
    }

    /** The heading, and what of it is in brackets: Entra's templates have {@code Name [displayName] Required}. */
    private static Stream<String> said(String heading) {
        int open = heading.lastIndexOf('[');
        int close = heading.indexOf(']', Math.max(open, 0));
        return heading.length() > LONGEST_HEADING
                ? Stream.empty()
                : Stream.of(heading, open < 0 || close < 0 ? heading : heading.substring(open, close))
                        .map(Columns::plain);
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{Nd}]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<ColumnKind, Set<String>> words() {
        var table = new Properties();
        try (var from = Columns.class.getResourceAsStream("columns.properties")) {
            table.load(new InputStreamReader(Objects.requireNonNull(from), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var words = new EnumMap<ColumnKind, Set<String>>(ColumnKind.class);
        for (var kind : ColumnKind.values()) {
            words.put(
                    kind,
                    Arrays.stream(table.getProperty(kind.name()).split(",", -1))
                            .map(Columns::plain)
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return words;
    }
}
