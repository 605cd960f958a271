package dev.linekeeper.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linekeeper.template.expression.Expression;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.expression.TemplateLimits;
import dev.linekeeper.template.expression.TemplateOptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each limit at its edge: what it allows, what it no longer allows, and how that is told. */
class LimitsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TemplateLimits WIDE = TemplateLimits.standard();

    @Test
    void output_may_have_so_many_bytes() {
        JsonNode data = MAPPER.createObjectNode().put("s", "é".repeat(49));
        assertThat(expand("\"${s}\"", data, WIDE.withMaxOutput(100)).utf8()).hasSize(100);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> expand("\"${s}\"", data, WIDE.withMaxOutput(99)))
                .withMessageContaining("the output would be longer than 99 bytes");
    }

    @Test
    void an_element_may_be_repeated_so_often() {
        TemplateLimits limits = WIDE.withMaxRepeats(3);
        String template = "{\"x\": [{\"$data\": \"${l}\", \"t\": \"${$data}\"}]}";
        assertThat(expand(template, MAPPER.readTree("{\"l\": [1, 2, 3]}"), limits)
                        .tree()
                        .get("x"))
                .hasSize(3);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> expand(template, MAPPER.readTree("{\"l\": [1, 2, 3, 4]}"), limits))
                .satisfies(e -> {
                    assertThat(e.problem()).isEqualTo("An element would be repeated 4 times; 3 are allowed");
                    assertThat(e.pointer()).isEqualTo("/x/0");
                });
    }

    @Test
    void a_template_may_be_nested_so_deep() {
        TemplateLimits limits = WIDE.withMaxNesting(5);
        CardTemplate.compile("[".repeat(6) + "]".repeat(6), options(limits));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> CardTemplate.compile("[".repeat(7) + "]".repeat(7), options(limits)))
                .satisfies(e -> {
                    assertThat(e.problem()).isEqualTo("The template is nested more than 5 levels deep");
                    assertThat(e.pointer()).isEqualTo("/0/0/0/0/0/0");
                });
    }

    @Test
    void an_expression_may_be_nested_so_deep() {
        TemplateOptions options = options(WIDE.withMaxNesting(5));
        Expression.parse("((((1))))", options);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Expression.parse("(((((1)))))", options))
                .satisfies(e -> {
                    assertThat(e.problem()).isEqualTo("The expression is nested more than 5 levels deep");
                    assertThat(e.column()).isEqualTo(6);
                });
    }

    @Test
    void the_output_may_be_nested_so_deep() {
        for (int levels = 4; levels <= 6; levels++) {
            JsonNode data = MAPPER.readTree("[".repeat(levels) + "]".repeat(levels));
            CardTemplate template = CardTemplate.compile("{\"a\": \"${$data}\"}", options(WIDE.withMaxNesting(5)));
            if (levels == 4) {
                assertThat(template.expand(data).tree().get("a")).isEqualTo(data);
            } else {
                String told = "the output would be nested more than 5 levels deep";
                assertThatExceptionOfType(TemplateException.class)
                        .isThrownBy(() -> template.expand(data))
                        .withMessageContaining(told);
            }
        }
    }

    @Test
    void an_expansion_may_take_so_many_steps() {
        JsonNode data = MAPPER.createObjectNode();
        String template = "[{\"$data\": \"${range(0, 10)}\", \"t\": \"${$data + 1}\"}]";
        int needed = 1;
        while (!isEnough(needed, template, data)) {
            needed++;
        }
        assertThat(needed).isBetween(20, 30); // two for each of ten repeats
        int tooFew = needed - 1;
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> expand(template, data, WIDE.withMaxSteps(tooFew)))
                .withMessageContaining("the evaluation takes more than %d steps".formatted(tooFew));
    }

    private static boolean isEnough(int steps, String template, JsonNode data) {
        try {
            return expand(template, data, WIDE.withMaxSteps(steps)).tree().size() == 10;
        } catch (TemplateException e) {
            return false;
        }
    }

    @Test
    void a_text_may_have_so_many_characters() {
        TemplateLimits limits = WIDE.withMaxText(10);
        JsonNode data = MAPPER.createObjectNode().put("s", "12345");
        for (String builder : new String[] {"concat(s, s%s)", "s + s%s", "replace('ab', 'a', concat(s, s%s))"}) {
            assertThatExceptionOfType(TemplateException.class)
                    .isThrownBy(() -> Expression.parse(builder.formatted(" + 'x'"), options(limits))
                            .evaluate(data))
                    .withMessageContaining("a text would be longer than 10 characters");
        }
        assertThat(Expression.parse("concat(s, s)", options(limits))
                        .evaluate(data)
                        .stringValue())
                .hasSize(10);
    }

    @Test
    void a_list_may_have_so_many_items() {
        TemplateLimits limits = WIDE.withMaxItems(10);
        JsonNode nothing = MAPPER.createObjectNode();
        assertThat(Expression.parse("range(0, 10)", options(limits)).evaluate(nothing))
                .hasSize(10);
        for (String builder :
                new String[] {"range(0, 11)", "concat(range(0, 6), range(0, 5))", "split('12345678901')"}) {
            assertThatExceptionOfType(TemplateException.class)
                    .isThrownBy(() -> Expression.parse(builder, options(limits)).evaluate(nothing))
                    .withMessageContaining("a list would have more than 10 items");
        }
    }

    @Test
    void no_operator_gets_round_a_limit() {
        for (String expression : new String[] {"range(0, 11) || true", "!range(0, 11)", "exists(range(0, 11))"}) {
            TemplateLimits limits = WIDE.withMaxItems(10);
            assertThatExceptionOfType(TemplateException.class)
                    .isThrownBy(
                            () -> Expression.parse(expression, options(limits)).evaluate(MAPPER.createObjectNode()))
                    .withMessageContaining("a list would have more than 10 items");
        }
    }

    private static Expansion expand(String template, JsonNode data, TemplateLimits limits) {
        return CardTemplate.compile(template, options(limits)).expand(data);
    }

    private static TemplateOptions options(TemplateLimits limits) {
        return TemplateOptions.standard().withLimits(limits);
    }
}
