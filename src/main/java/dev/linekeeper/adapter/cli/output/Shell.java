package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.tenant.Explanation;
import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where a command prints and how it speaks. */
public record Shell(PrintWriter out, PrintWriter err, TerminalText paint, Function<Explanation, String> wording) {
    /** A line of the answer; {@code format} is that of {@link String#format}. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation is of a library nothing else here needs
    public void line(String format, Object... values) {
        out.println(format.formatted(values).stripTrailing());
    }

    /** A sentence behind its head, wrapped; every line after the first is below the sentence. */
    public void paragraph(String head, Explanation sentence) {
        out.println(TerminalText.paragraph(head, wording.apply(sentence)));
    }

    /** An answer in one of three formats; only that one is made. */
    public void print(OutputFormat format, Runnable table, Supplier<?> json, Consumer<CsvWriter> csv) {
        switch (format) {
            case TABLE -> table.run();
            case JSON -> out.println(new ShellJson(wording).pretty(json.get()));
            case CSV -> csv.accept(new CsvWriter(out, wording));
        }
    }
}
