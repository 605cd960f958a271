package dev.linekeeper.service.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.Row;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.bulk.ReadList.NoList;
import dev.linekeeper.service.bulk.ReadList.PeopleList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
    private static final String LETTERS = "abcXYZ 019.-_'éüßÉ,;\t\"\n@";

    /** Bytes at the beginning of a file, and how what follows is written. */
    private record Encoding(String mark, Charset charset) {
        byte[] of(String text) {
            return (mark + text).getBytes(charset);
        }
    }

    private static final List<Encoding> ENCODINGS = List.of(
            new Encoding("", StandardCharsets.UTF_8),
            new Encoding("\uFEFF", StandardCharsets.UTF_8),
            new Encoding("\uFEFF", StandardCharsets.UTF_16LE),
            new Encoding("\uFEFF", StandardCharsets.UTF_16BE),
            new Encoding("", StandardCharsets.UTF_16LE),
            new Encoding("", Charset.forName("windows-1252")));

    /** Every list that could be written is read back as it was: 600 of them, the same each time. */
    @Test
    void a_list_that_gives_numbers_has_one_column_for_people_and_one_for_numbers() {
        var list = (PeopleList)
                RowReader.numbers("Name;Rufnummer;Notfallstandort\nAdele Vance;+44 20 7946 0130;London\nAlex;'+1 425;");

        assertThat(list.rows())
                .containsExactly(
                        new Row(
                                2,
                                "Adele Vance",
                                Optional.empty(),
                                Optional.of(new Row.NumberCells("+44 20 7946 0130", "London"))),
                        new Row(3, "Alex", Optional.empty(), Optional.of(new Row.NumberCells("+1 425", ""))));
        assertThat(list.used()).containsExactly("Name", "Rufnummer", "Notfallstandort");
        assertThat(((PeopleList) RowReader.numbers("UPN,Number\na@b.c,=1+1\nd@e.f,4.42E+11\ng@h.i,")).refused())
                .extracting(row -> row.reason().key())
                .containsExactly("bulk.row.formula", "bulk.row.shortened-number", "bulk.row.no-number");
        assertThat(RowReader.numbers("+442079460130\n+442079460131")).isInstanceOf(NoList.class);
    }

    @Test
    void what_a_spreadsheet_writes_is_read_whatever_the_encoding_the_separator_and_the_quotes() {
        var random = new Random(14);
        for (int round = 0; round < 600; round++) {
            char separator = ";,\t".charAt(random.nextInt(3));
            String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
            boolean allQuoted = random.nextBoolean();
            List<List<String>> cells = IntStream.rangeClosed(0, 1 + random.nextInt(8))
                    .mapToObj(_ -> List.of(word(random), word(random), word(random)))
                    .toList();
            String text = Stream.concat(Stream.of(List.of("Notiz", "Benutzerprinzipalname", "Größe")), cells.stream())
                    .map(row -> row.stream()
                            .map(cell -> written(cell, separator, allQuoted))
                            .collect(Collectors.joining(String.valueOf(separator))))
                    .collect(Collectors.joining(end, "", random.nextBoolean() ? end : ""));
            Encoding encoding = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
            var read = people(encoding.of(text));
            assertThat(givenOf(read))
                    .as("round %d: %s %s", round, encoding, text)
                    .containsExactlyElementsOf(
                            cells.stream().map(row -> row.get(1).strip()).toList());
            assertThat(read.used()).containsExactly("Benutzerprinzipalname");
            assertThat(read.ignored()).containsExactly("Notiz", "Größe");
        }
    }

    /** A cell nobody refuses: it starts with a letter, and line breaks would be seen as characters that are not. */
    private static String word(Random random) {
        return "k"
                + random.ints(random.nextInt(12), 0, LETTERS.length())
                        .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                        .filter(letter -> !"\n\t@".contains(letter))
                        .collect(Collectors.joining())
                + (random.nextInt(4) == 0 ? " " : "");
    }

    private static String written(String cell, char separator, boolean quoted) {
        return quoted || cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0
                ? "\"%s\"".formatted(cell.replace("\"", "\"\""))
                : cell;
    }

    /** Headers as they are found with admins: Entra's download, Get-CsOnlineUser, scripts of the field, in three languages. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        userPrincipalName,displayName,surname,mail,givenName,objectId,userType,jobTitle,telephoneNumber | adele@contoso.com,Adele Vance,Vance,a@b.c,Adele,1,Member,,+1 | userPrincipalName
        UserPrincipalName,LineUri                                    | adele@contoso.com,tel:+14255550100        | UserPrincipalName
        UserPrincipalName,PhoneNumber,PhoneNumberType                | adele@contoso.com,+12340000,DirectRouting | UserPrincipalName
        "DisplayName","LineUri","SipAddress"                         | "Adele Vance","x","adele@contoso.com"     | SipAddress
        Member object ID or user principal name [memberObjectIdOrUpn] Required | adele@contoso.com               | Member object ID or user principal name [memberObjectIdOrUpn] Required
        Anzeigename;Benutzerprinzipalname;Abteilung                  | Adele Vance;adele@contoso.com;Vertrieb    | Benutzerprinzipalname
        Name [displayName] Erforderlich;Benutzername [userPrincipalName] Erforderlich | Adele;adele@contoso.com  | Benutzername [userPrincipalName] Erforderlich
        Nom complet;Adresse e-mail;Téléphone                         | Adele Vance;adele@contoso.com;01          | Adresse e-mail
        Nom d’utilisateur principal;Nom affiché                      | adele@contoso.com;Adele Vance             | Nom d’utilisateur principal
        Display name,Object Id                                       | Adele Vance,adele@contoso.com             | Object Id
        E-Mail                                                       | adele@contoso.com                         | E-Mail
        """)
    void the_column_that_says_who_is_meant_is_found_by_its_heading(String header, String row, String column) {
        var read = people((header + "\r\n" + row + "\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(read.rows()).containsExactly(new Row(2, "adele@contoso.com"));
        assertThat(read.used()).containsExactly(column);
    }

    @Test
    void a_policy_column_goes_with_its_row_and_says_nothing_where_it_is_empty() {
        var read = people("Richtlinie;UPN\nTag:London;a@contoso.com\n;b@contoso.com\nTag:;c@contoso.com\n");
        assertThat(read.rows())
                .containsExactly(
                        new Row(2, "a@contoso.com", Optional.of(new PolicyName("London"))),
                        new Row(3, "b@contoso.com"),
                        new Row(4, "c@contoso.com"));
        assertThat(read.used()).containsExactly("Richtlinie", "UPN");
    }

    @Test
    void without_a_header_there_is_one_column_and_the_first_person_is_row_1() {
        assertThat(people("adele@contoso.com\nAdele Vance\n+44 20 7946 0000\n").rows())
                .containsExactly(
                        new Row(1, "adele@contoso.com"), new Row(2, "Adele Vance"), new Row(3, "+44 20 7946 0000"));
    }

    @Test
    void a_name_written_last_name_first_is_one_cell_where_the_header_has_one() {
        assertThat(people("Name\nVance, Adele\n").rows()).containsExactly(new Row(2, "Vance, Adele"));
    }

    @Test
    void excels_line_about_the_separator_is_no_row_and_entras_line_about_the_version_is_one() {
        assertThat(people("sep=;\r\nUPN;x\r\na@contoso.com;1,5\r\n").rows())
                .containsExactly(new Row(2, "a@contoso.com"));
        assertThat(people("version:v1.0\nUPN\na@contoso.com\n").rows()).containsExactly(new Row(3, "a@contoso.com"));
    }

    @Test
    void blank_rows_are_counted_and_named_but_for_those_at_the_end() {
        var read = people("UPN;x\na@contoso.com;1\n\n;;\n;2\nb@contoso.com;\n;\n;\n\n");
        assertThat(read.rows()).containsExactly(new Row(2, "a@contoso.com"), new Row(6, "b@contoso.com"));
        assertThat(read.refused()).extracting(refused -> refused.row().number()).containsExactly(3, 4, 5);
        assertThat(read.refused()).allMatch(refused -> refused.reason().key().equals("bulk.row.empty"));
    }

    /** Rows of a list with the columns UPN and Policy. */
    static Stream<Map.Entry<String, String>> a_row_that_is_bad_in_itself_is_refused_by_its_number() {
        return Map.ofEntries(
                Map.entry("=HYPERLINK(\"http://x\"),London", "formula"),
                Map.entry("\"=1+1\",London", "formula"),
                Map.entry("'=1+1,London", "formula"),
                Map.entry("＝1+1,London", "formula"),
                Map.entry("@SUM(A1),London", "formula"),
                Map.entry("-2+3,London", "formula"),
                Map.entry("+A1,London", "formula"),
                Map.entry("a@contoso.com,=London", "formula"),
                Map.entry("a@contoso.com,London,more", "columns"),
                Map.entry("a@contoso.com;London", "columns"),
                Map.entry("\"a\"@contoso.com,London", "quotes"),
                Map.entry("a\"d@contoso.com,London", "quotes"),
                Map.entry("a".repeat(301) + ",London", "too-long"),
                Map.entry("a\u202Emoc@contoso.com,London", "unseen"),
                Map.entry("a\u200B@contoso.com,London", "unseen"),
                Map.entry("a\u0007@contoso.com,London", "unseen"),
                Map.entry("\"a@contoso.com\nb@contoso.com\",London", "unseen"),
                Map.entry("\"4,42079E+11\",London", "shortened-number"),
                Map.entry(",London", "empty"))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource
    @Requirement("T13")
    void a_row_that_is_bad_in_itself_is_refused_by_its_number(Map.Entry<String, String> bad) {
        var read =
                people("UPN,Policy\nfirst@contoso.com,London\n%s\nlast@contoso.com,London\n".formatted(bad.getKey()));
        assertThat(read.rows()).extracting(Row::number).containsExactly(2, 4);
        assertThat(read.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.row().number()).isEqualTo(3);
            assertThat(refused.outcome()).isEqualTo(RowOutcome.REFUSED);
            assertThat(refused.reason().key()).isEqualTo("bulk.row." + bad.getValue());
            assertThat(refused.row().given()).hasSizeLessThan(120).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
            assertThat(said(refused)).allMatch(sentence -> !sentence.contains("{"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"+44 20 7946 0000", "+1 (425) 555-0100", "+14255550100;ext=12", "'+14255550100"})
    void a_telephone_number_is_no_formula(String number) {
        assertThat(people("Telefonnummer\n%s\n".formatted(number)).rows())
                .containsExactly(new Row(2, number.replace("'", "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0xefbbbf             | bulk.list.empty
        0x                   | bulk.list.empty
        0x0d0a3b3b0d0a       | bulk.list.empty
        0x22220d0a2222       | bulk.list.empty
        0x504b0304           | bulk.list.packed
        0xd0cf11e0a1b11ae1   | bulk.list.packed
        0x89504e470d0a1a0a00 | bulk.list.no-text
        0x7f454c4602010100   | bulk.list.no-text
        0xfffe00d8           | bulk.list.no-text
        """)
    void a_file_that_is_no_list_is_a_sentence(String bytes, String key) {
        var file = java.util.HexFormat.of().parseHex(bytes.substring(2));
        assertThat(RowReader.read(file))
                .isInstanceOfSatisfying(
                        NoList.class, no -> assertThat(no.why().key()).isEqualTo(key));
    }

    @Test
    @Requirement("T13")
    void what_is_too_much_is_a_sentence_with_how_much_it_is_and_how_much_may_be() {
        assertThat(sentence(new byte[50 * 1024 * 1024])).contains("50.0 MB", "5 MB");
        assertThat(sentence(new byte[5 * 1024 * 1024 + 1])).contains("5.1 MB", "5 MB");
        assertThat(sentence(bytes("UPN\n" + "a@contoso.com\n".repeat(10_001)))).contains("10,001", "10,000");
        assertThat(sentence(bytes("UPN" + ",".repeat(2_000_000) + "x\n"))).contains("2,000,001 columns", "500");
        assertThat(sentence(bytes("UPN\n" + "\n".repeat(4_000_000) + "a@contoso.com")))
                .contains("4,000,001", "10,000");
        assertThat(people("UPN\n" + "a@contoso.com\n".repeat(10_000)).rows()).hasSize(10_000);
    }

    /** What would take for ever with an expression that looks back, or with a reader that starts anew too often. */
    @ParameterizedTest
    @ValueSource(strings = {",", " ", "@", "\"a\"b\n", "a\n", "'", "+1 ", "[", "\t", ";@"})
    void five_megabytes_of_anything_are_read_in_little_time(String piece) {
        byte[] file = bytes("UPN\n" + piece.repeat(RowReader.MOST_BYTES / piece.length() - 4));
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> RowReader.read(file)))
                .isNotNull();
        byte[] headless = bytes("x" + piece.repeat(RowReader.MOST_BYTES / piece.length() - 1));
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> RowReader.read(headless)))
                .isNotNull();
    }

    /** A workbook that would unpack to a gigabyte is not unpacked. */
    @Test
    void a_zip_is_known_by_its_first_bytes_whatever_it_is_called() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                zip.write(zeros);
            }
        }
        assertThat(sentence(packed.toByteArray())).contains("Save it as CSV");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_is_named_by_its_row() {
        assertThat(sentence(bytes("UPN,x\na@contoso.com,1\n\"b@contoso.com,2\nc@contoso.com,3\n")))
                .contains("row 3");
        assertThat(sentence(bytes("UPN,x\n\"b@contoso.com,2\n\"c@contoso.com\",3\n")))
                .contains("row 2");
    }

    @Test
    void columns_without_a_heading_that_is_known_are_a_sentence_that_shows_them() {
        assertThat(sentence(bytes("a@contoso.com,London\nb@contoso.com,London\n")))
                .contains("2 columns", "a@contoso.com, London");
    }

    @Test
    void what_excel_leaves_behind_the_last_column_is_nothing() {
        var read = people("UPN;;\na@contoso.com;;\nb@contoso.com;a note;\nc@contoso.com;;;more\n");
        assertThat(read.rows()).containsExactly(new Row(2, "a@contoso.com"), new Row(3, "b@contoso.com"));
        assertThat(read.refused()).extracting(refused -> refused.reason().key()).containsExactly("bulk.row.columns");
    }

    @Test
    void a_header_alone_is_no_list() {
        assertThat(sentence(bytes("UPN;Policy\r\n;\r\n"))).contains("no rows");
    }

    @Test
    void the_template_is_a_list() {
        assertThat(people(RowReader.TEMPLATE).rows()).containsExactly(new Row(2, "adele.vance@contoso.com"));
    }

    private static List<String> givenOf(PeopleList read) {
        return Stream.concat(read.rows().stream(), read.refused().stream().map(JudgedRow::row))
                .sorted(java.util.Comparator.comparingInt(Row::number))
                .map(Row::given)
                .toList();
    }

    private static List<String> said(JudgedRow row) {
        return Wording.LANGUAGES.stream()
                .map(language -> Wording.of(language).say(row.reason()))
                .toList();
    }

    private static String sentence(byte[] file) {
        var no = (NoList) RowReader.read(file);
        assertThat(Wording.LANGUAGES)
                .allSatisfy(language -> assertThat(Wording.of(language).say(no.why()))
                        .doesNotContain("{")
                        .hasSizeGreaterThan(10));
        return Wording.of(Locale.UK).say(no.why());
    }

    private static PeopleList people(String text) {
        return people(bytes(text));
    }

    private static PeopleList people(byte[] file) {
        assertThat(RowReader.read(file)).as(() -> Arrays.toString(file)).isInstanceOf(PeopleList.class);
        return (PeopleList) RowReader.read(file);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
