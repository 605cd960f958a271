package dev.linekeeper.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linekeeper.template.expression.Expression;
import dev.linekeeper.template.expression.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The language, case by case: {@code template/expressions.json} and {@code template/templates.json}. */
class SuiteTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNode EXPRESSIONS = read("expressions.json");
    private static final JsonNode TEMPLATES = read("templates.json");

    @ParameterizedTest
    @MethodSource("expressions")
    void an_expression_has_its_documented_value(JsonNode question) {
        String expression = question.get("expression").stringValue();
        if (question.has("error")) {
            assertThatExceptionOfType(TemplateException.class)
                    .isThrownBy(() -> Expression.parse(expression).evaluate(EXPRESSIONS.get("data")));
            return;
        }
        JsonNode value = Expression.parse(expression).evaluate(EXPRESSIONS.get("data"));
        assertThat(value.isMissingNode()).isEqualTo(question.has("undefined"));
        if (question.has("expected")) {
            JsonNode json = CardTemplate.compile("\"${$data}\"").expand(value).tree();
            assertThat(Numerals.plain(json)).isEqualTo(Numerals.plain(question.get("expected")));
        }
    }

    /** A value at least, and what is refused: a function that was forgotten, or is not checked at all, shows here. */
    @ParameterizedTest
    @MethodSource("functions")
    void a_function_has_values_and_mistakes_of_its_own(String function) {
        List<JsonNode> own = EXPRESSIONS
                .get("cases")
                .valueStream()
                .filter(one -> one.get("expression").stringValue().contains(function + "("))
                .toList();
        assertThat(own).anyMatch(one -> !one.has("error"));
        assertThat(own).anyMatch(one -> one.has("error"));
    }

    static Stream<String> functions() {
        return DocumentedFunction.all().stream()
                .map(DocumentedFunction::name)
                // the one has no value, the other takes anything
                .filter(name -> !List.of("optional", "createArray").contains(name));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_expands_as_documented(JsonNode question) {
        JsonNode template = question.get("template");
        if (question.has("error")) {
            assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> expand(template));
            return;
        }
        Expansion expansion = expand(template);
        assertThat(Numerals.plain(expansion.tree())).isEqualTo(Numerals.plain(question.get("expected")));
        assertThat(expansion.warnings()).hasSize(question.path("warnings").asInt(0));
    }

    private static Expansion expand(JsonNode template) {
        return CardTemplate.compile(template).expand(TEMPLATES.get("data"), TEMPLATES.get("host"));
    }

    static Stream<Arguments> expressions() {
        return named(EXPRESSIONS, "expression");
    }

    static Stream<Arguments> templates() {
        return named(TEMPLATES, "name");
    }

    private static Stream<Arguments> named(JsonNode suite, String name) {
        return suite.get("cases")
                .valueStream()
                .map(one -> Arguments.of(Named.of(one.get(name).asString(), one)));
    }

    private static JsonNode read(String name) {
        try (InputStream in = SuiteTest.class.getResourceAsStream("/template/" + name)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
