package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.template.CardTemplate;
import dev.linekeeper.template.Expansion;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.expression.TemplateOptions;
import dev.linekeeper.template.expression.UnboundBinding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/** Expands card templates for people who write them: one from files, or any number from standard input, one a line. */
@Command(
        name = "expand",
        mixinStandardHelpOptions = true,
        description = "Expands a card template with data. Without options it reads one JSON object a line from standard"
                + " input, {\"template\", \"data\", \"host\", \"now\"} or {\"expression\", \"data\", \"now\"}, and"
                + " answers each with a line.")
final class ExpandCommand implements Callable<Integer> {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectWriter PRETTY = MAPPER.writer().with(pretty());

    private final Shell shell;

    @Option(names = "--template", paramLabel = "FILE", description = "the card template")
    private @Nullable Path template;

    @Option(names = "--data", paramLabel = "FILE", description = "the data its bindings refer to")
    private @Nullable Path data;

    @Option(names = "--host", paramLabel = "FILE", description = "what $host refers to")
    private @Nullable Path host;

    @Option(
            names = "--unbound",
            paramLabel = "HOW",
            defaultValue = "shown",
            description =
                    "what becomes of a binding that leads nowhere: shown as it is written, strict (an error with its"
                            + " path), warn (shown and told), or substitute=TEXT")
    private String unbound = "shown";

    ExpandCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Optional<UnboundBinding> conduct = conduct(unbound);
        if (conduct.isEmpty()) {
            return refuse("--unbound is shown, strict, warn or substitute=TEXT, not " + unbound);
        }
        TemplateOptions options = TemplateOptions.standard().withUnbound(conduct.get());
        if (template == null && data == null && host == null) {
            return answerLines(options);
        }
        if (template == null) {
            return refuse("--data and --host need a --template");
        }
        try {
            Expansion card = CardTemplate.compile(read(template), options).expand(read(data), read(host));
            card.warnings().forEach(shell.err()::println);
            shell.out().println(PRETTY.writeValueAsString(card.tree()));
            return 0;
        } catch (TemplateException e) {
            return refuse("%s: %s".formatted(template, e.getMessage()));
        } catch (BadInput e) {
            return refuse(BadInput.firstLine(e));
        }
    }

    private static Optional<UnboundBinding> conduct(String written) {
        return switch (written) {
            case "shown" -> Optional.of(UnboundBinding.shown());
            case "strict" -> Optional.of(UnboundBinding.refused());
            case "warn" -> Optional.of(UnboundBinding.warned());
            case "substitute" -> Optional.of(UnboundBinding.replacedBy(StringNode.valueOf("")));
            default ->
                written.startsWith("substitute=")
                        ? Optional.of(UnboundBinding.replacedBy(
                                StringNode.valueOf(written.substring("substitute=".length()))))
                        : Optional.empty();
        };
    }

    private static JsonNode read(@Nullable Path file) {
        if (file == null) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new BadInput("%s is not JSON: line %d, column %d: %s"
                    .formatted(
                            file, e.getLocation().getLineNr(), e.getLocation().getColumnNr(), e.getOriginalMessage()));
        } catch (IOException e) {
            throw new BadInput("cannot read " + file);
        }
    }

    private static PrettyPrinter pretty() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withArrayIndenter(lines)
                .withObjectIndenter(lines);
    }

    private int answerLines(TemplateOptions options) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            shell.out().println(ExpandLine.answer(line, options));
            shell.out().flush();
        }
        return 0;
    }

    private int refuse(String reason) {
        shell.err().println(reason);
        return BadInput.EXIT_CODE;
    }
}
