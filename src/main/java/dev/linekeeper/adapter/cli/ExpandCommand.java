package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.template.CardTemplate;
import dev.linekeeper.template.Expansion;
import dev.linekeeper.template.expression.Expression;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.expression.TemplateOptions;
import dev.linekeeper.template.expression.UnboundBinding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    /** One question on a line, and its answer: the output of a template, the value of an expression, or what is wrong. */
    static final class ExpandLine {
        private static final JsonMapper MAPPER = JsonMapper.builder().build();

        private static final CardTemplate AS_IT_IS = CardTemplate.compile("\"${$data}\"");

        private ExpandLine() {}

        /** The answer, a JSON object without line breaks; an undefined value is null. */
        static String answer(String line, TemplateOptions standard) {
            try {
                JsonNode question = line.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(line);
                TemplateOptions options = options(question, standard);
                if (question.has("template")) {
                    return "{\"output\":" + expand(question, options) + "}";
                }
                if (question.path("expression").isString()) {
                    return "{\"value\":" + evaluate(question, options) + "}";
                }
                return error("the line has neither a template nor an expression");
            } catch (TemplateException | JacksonException e) {
                return error(BadInput.firstLine(e));
            } catch (OutOfMemoryError e) { // The question itself is too big; the next one may not be.
                return error("there is not enough memory for this line");
            }
        }

        private static String error(String problem) {
            return MAPPER.writeValueAsString(MAPPER.createObjectNode().put("error", problem));
        }

        private static TemplateOptions options(JsonNode question, TemplateOptions standard) {
            JsonNode now = question.path("now");
            if (!now.isString()) {
                return standard;
            }
            try {
                Clock clock =
                        Clock.fixed(OffsetDateTime.parse(now.stringValue()).toInstant(), ZoneOffset.UTC);
                return standard.withClock(clock);
            } catch (DateTimeException e) {
                throw new TemplateException("now is not a time such as 2026-11-22T10:00:00Z", 0);
            }
        }

        private static String expand(JsonNode question, TemplateOptions options) {
            CardTemplate template = CardTemplate.compile(question.get("template"), options);
            Expansion card = template.expand(question.path("data"), question.path("host"));
            List<String> unbound = card.warnings().stream()
                    .filter(warning -> warning.startsWith("WARN: Nothing is bound"))
                    .toList();
            return card.text() + (unbound.isEmpty() ? "" : ",\"warnings\":" + MAPPER.writeValueAsString(unbound));
        }

        private static String evaluate(JsonNode question, TemplateOptions options) {
            JsonNode data = question.has("data") ? question.get("data") : MAPPER.createObjectNode();
            Expression expression = Expression.parse(question.get("expression").stringValue(), options);
            JsonNode value = expression.evaluate(data);
            return value.isMissingNode() ? "null" : AS_IT_IS.expand(value).text(); // without what JSON cannot express
        }
    }
}
