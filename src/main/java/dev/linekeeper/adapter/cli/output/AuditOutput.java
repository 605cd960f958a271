package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.audit.AuditRecord;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Records of the audit trail, a line each. */
public final class AuditOutput {
    public enum Format {
        JSON,
        CSV
    }

    private final PrintWriter out;
    private final Format format;
    private final CsvWriter csv;

    /** Prints the headings, where there are any. */
    public AuditOutput(PrintWriter out, Format format, Function<Explanation, String> wording) {
        this.out = out;
        this.format = format;
        this.csv = new CsvWriter(out, wording);
        if (format == Format.CSV) {
            csv.row(
                    "number",
                    "at",
                    "action",
                    "actor",
                    "request",
                    "person",
                    "details",
                    "erased",
                    "payloadHash",
                    "previous",
                    "hash");
        }
    }

    public void print(AuditRecord record) {
        switch (format) {
            case JSON -> out.println(record.json());
            case CSV -> row(record);
        }
    }

    private void row(AuditRecord record) {
        var entry = record.entry();
        csv.row(
                record.number(),
                entry.at(),
                entry.action(),
                entry.actor(),
                entry.request(),
                entry.person(),
                entry.details().entrySet().stream().map(AuditOutput::detail).collect(Collectors.joining("; ")),
                record.isErased(),
                record.payloadHash(),
                record.previous(),
                record.hash());
    }

    private static String detail(Map.Entry<String, String> detail) {
        return "%s: %s".formatted(detail.getKey(), detail.getValue());
    }
}
