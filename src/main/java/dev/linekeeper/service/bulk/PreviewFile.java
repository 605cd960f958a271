package dev.linekeeper.service.bulk;

import dev.linekeeper.core.bulk.BulkPreview;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.tenant.Explanation;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A preview as a table: every row in the order of the list, the reason in the reader's language. */
public final class PreviewFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PreviewFile() {}

    /** As spreadsheets of the reader's language open it: with the separator they take for one, and a mark of its encoding. */
    public static byte[] of(BulkPreview preview, Function<Explanation, String> wording) {
        var text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        write(
                preview,
                wording,
                wording.apply(Explanation.of("bulk.file.separator")).charAt(0),
                text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(BulkPreview preview, Function<Explanation, String> wording, char separator, Writer out) {
        var table = new SpreadsheetRows(out, separator);
        table.add(List.of("row", "given", "user", "outcome", "reason", "steps"));
        preview.rows()
                .forEach(row -> table.add(List.of(
                        Integer.toString(row.row().number()),
                        row.row().given(),
                        preview.user(row).orElse(""),
                        row.outcome().name(),
                        wording.apply(row.reason()),
                        steps(row))));
    }

    private static String steps(JudgedRow row) {
        return row.steps().stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
