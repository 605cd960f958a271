package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.chat.Wording;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;

/** What a command of the shell gave back, without colours and in English. */
public record ShellRun(int code, String out, String err) {
    public static ShellRun of(CommandEnvironment around, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var shell = new Shell(
                new PrintWriter(out),
                new PrintWriter(err, true),
                new TerminalText(Ansi.OFF),
                Wording.of(Locale.ENGLISH)::say);
        int code = CommandLineInterface.execute(around, shell, arguments);
        return new ShellRun(code, out.toString(), err.toString());
    }

    public JsonNode json() {
        return ShellJson.MAPPER.readTree(out);
    }
}
