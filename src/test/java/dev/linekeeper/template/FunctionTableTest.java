package dev.linekeeper.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.template.expression.PrebuiltFunctions;
import dev.linekeeper.template.function.FunctionDefinition;
import dev.linekeeper.template.function.FunctionSignature;
import dev.linekeeper.template.function.ValueKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The table of functions in {@code src/docs/templating.md} is written from the library and {@code template/functions.txt};
 * every example in it is evaluated. When the page differs, the new one is {@code target/templating.md}.
 */
class FunctionTableTest {
    private static final String BEGIN = "<!-- functions: written by FunctionTableTest -->\n";
    private static final String END = "<!-- end of functions -->\n";
    private static final Path PAGE = Path.of("src", "docs", "templating.md");

    @ParameterizedTest
    @MethodSource("documented")
    void an_example_has_the_value_that_is_printed(DocumentedFunction function) {
        assertThat(function.example()).contains(function.name() + "(");
        JsonNode answer = function.answer();
        if (function.value().equals("error")) {
            assertThat(answer.has("error")).isTrue();
        } else {
            assertThat(Numerals.plain(answer.path("value")))
                    .isEqualTo(Numerals.plain(DocumentedFunction.MAPPER.readTree(function.value())));
        }
    }

    @ParameterizedTest
    @MethodSource("documented")
    void the_arguments_are_those_the_function_takes(DocumentedFunction function) {
        FunctionSignature signature = definition(function).signature();
        List<String> arguments = function.arguments();
        assertThat(arguments.stream().filter(name -> !name.endsWith("?") && !name.endsWith("…")))
                .hasSize(signature.required().size());
        assertThat(arguments.stream().filter(name -> name.endsWith("?")))
                .hasSize(signature.optional().size());
        assertThat(arguments.stream().anyMatch(name -> name.endsWith("…")))
                .isEqualTo(!signature.rest().isEmpty());
    }

    @Test
    void every_function_is_documented() {
        Set<String> functions = PrebuiltFunctions.LIBRARY.names().stream()
                .filter(name -> Character.isLetter(name.charAt(0)))
                .filter(name -> !Set.of("Accessor", "Element").contains(name))
                .collect(Collectors.toSet());
        assertThat(documented().map(DocumentedFunction::name)).containsExactlyInAnyOrderElementsOf(functions);
    }

    @Test
    void the_page_has_the_table() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        String written = page.substring(0, from) + table() + page.substring(page.indexOf(END));
        Files.writeString(Path.of("target", "templating.md"), written);
        assertThat(page).as("copy target/templating.md to %s", PAGE).isEqualTo(written);
    }

    static Stream<DocumentedFunction> documented() {
        return DocumentedFunction.all().stream();
    }

    private static String table() {
        StringBuilder table = new StringBuilder();
        String group = "";
        for (DocumentedFunction function : DocumentedFunction.all()) {
            if (!function.group().equals(group)) {
                group = function.group();
                table.append("\n### ").append(group).append("\n\n| Function | Meaning | Example |\n|---|---|---|\n");
            }
            String line = "| `%s` | %s | `%s` → `%s` |\n"
                    .formatted(
                            signature(function),
                            function.meaning().replace("|", "\\|"),
                            function.example().replace("|", "\\|"),
                            function.value());
            table.append(line);
        }
        return table.append('\n').toString();
    }

    /** {@code substring(text: string, from: number, length?: number): string}. */
    private static String signature(DocumentedFunction function) {
        FunctionDefinition definition = definition(function);
        FunctionSignature signature = definition.signature();
        List<Set<ValueKind>> kinds = Stream.of(signature.required(), signature.optional(), List.of(signature.rest()))
                .flatMap(List::stream)
                .toList();
        StringBuilder text = new StringBuilder(function.name()).append('(');
        for (int index = 0; index < function.arguments().size(); index++) {
            text.append(index == 0 ? "" : ", ")
                    .append(function.arguments().get(index))
                    .append(": ")
                    .append(name(kinds.get(index)));
        }
        return text.append("): ").append(name(definition.returns())).toString();
    }

    private static String name(Set<ValueKind> kinds) {
        return kinds.stream()
                .map(kind -> switch (kind) {
                    case BOOLEAN, NUMBER, STRING -> kind.name().toLowerCase(Locale.ROOT);
                    case ARRAY -> "list";
                    case OBJECT -> "any";
                })
                .collect(Collectors.joining(" or "));
    }

    private static FunctionDefinition definition(DocumentedFunction function) {
        return PrebuiltFunctions.LIBRARY.find(function.name()).orElseThrow();
    }
}
