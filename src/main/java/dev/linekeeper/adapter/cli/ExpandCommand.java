package dev.linekeeper.adapter.cli;

import dev.linekeeper.template.CardTemplate;
import dev.linekeeper.template.expression.TemplateException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Expands card templates for people who write them: one from files, or any number from standard input, one a line. */
@Command(
        name = "expand",
        mixinStandardHelpOptions = true,
        description =
                "Expands a card template with data. Without options it reads one JSON object a line from standard input, "
                        + "{\"template\", \"data\", \"host\", \"now\"} or {\"expression\", \"data\", \"now\"}, and answers each with a line.")
public final class ExpandCommand implements Callable<Integer> {
    private static final int BAD_INPUT = 2;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--template", paramLabel = "FILE", description = "the card template")
    private @Nullable Path template;

    @Option(names = "--data", paramLabel = "FILE", description = "the data its bindings refer to")
    private @Nullable Path data;

    @Option(names = "--host", paramLabel = "FILE", description = "what $host refers to")
    private @Nullable Path host;

    @Override
    public Integer call() throws IOException {
        if (template == null && data == null && host == null) {
            return answerLines();
        }
        if (template == null) {
            return refuse("--data and --host need a --template");
        }
        try {
            JsonNode card = CardTemplate.compile(MAPPER.readTree(Files.readAllBytes(template)))
                    .expand(read(data), read(host))
                    .tree();
            out().println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(card));
            return 0;
        } catch (TemplateException | JacksonException e) {
            return refuse(oneLine(e));
        } catch (IOException e) {
            return refuse("cannot read " + e.getMessage());
        }
    }

    private static JsonNode read(@Nullable Path file) throws IOException {
        return file == null ? MissingNode.getInstance() : MAPPER.readTree(Files.readAllBytes(file));
    }

    private int answerLines() throws IOException {
        PrintWriter out = out();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                out.println(ExpandLine.answer(line));
                out.flush();
            }
        }
        return 0;
    }

    private int refuse(String reason) {
        PrintWriter err = spec == null
                ? new PrintWriter(System.err, true, StandardCharsets.UTF_8)
                : spec.commandLine().getErr();
        err.println(reason);
        err.flush();
        return BAD_INPUT;
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
    }

    static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
