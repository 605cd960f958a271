package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.tenant.Explanation;
import java.io.PrintWriter;
import java.util.function.Function;

/** Where a command prints and how it speaks. */
record Shell(PrintWriter out, PrintWriter err, Paint paint, Function<Explanation, String> wording) {}
