package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.tenant.Explanation;
import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where a command prints and how it speaks. */
record Shell(PrintWriter out, PrintWriter err, Paint paint, Function<Explanation, String> wording) {
    /** An answer in one of three formats; only that one is made. */
    void print(Format format, Runnable table, Supplier<?> json, Consumer<Csv> csv) {
        switch (format) {
            case TABLE -> table.run();
            case JSON -> out.println(new Json(wording).pretty(json.get()));
            case CSV -> csv.accept(new Csv(out, wording));
        }
    }
}
