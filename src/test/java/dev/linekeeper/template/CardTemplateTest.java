package dev.linekeeper.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.linekeeper.template.expression.Expression;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.expression.TemplateLimits;
import dev.linekeeper.template.expression.TemplateOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

class CardTemplateTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void a_mistake_is_told_with_its_place() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> CardTemplate.compile("{\"body\": [{\"a/b\": \"Hi ${length(5)}\"}]}"))
                .satisfies(e -> {
                    assertThat(e.pointer()).isEqualTo("/body/0/a~1b");
                    assertThat(e.column()).isEqualTo(6);
                    assertThat(e.problem()).contains("length");
                });
    }

    @Test
    void a_syntax_error_is_told_with_its_column() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Expression.parse("1 + * 2"))
                .satisfies(e -> assertThat(e.column()).isEqualTo(5));
    }

    @Test
    void what_is_not_json_is_refused() {
        assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> CardTemplate.compile("{"));
        assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> CardTemplate.compile(new byte[] {'['}));
    }

    @Test
    void a_binding_without_a_value_is_told_with_its_place() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> expand("{\"x\": [\"${1 / 0}\"]}", "{}"))
                .satisfies(e -> assertThat(e.pointer()).isEqualTo("/x/0"));
    }

    @Test
    void strings_in_data_are_never_templates_or_expressions() {
        String evil = "${name} ${$root} \\${x} `";
        ObjectNode data = MAPPER.createObjectNode().put("name", "Ada").put("evil", evil);
        String template = "{\"a\": \"${evil}\", \"b\": \"${stringOrValue(evil)}\", \"c\": \"x ${evil}\"}";
        JsonNode card = CardTemplate.compile(template).expand(data).tree();
        assertThat(card.get("a").stringValue()).isEqualTo(evil);
        assertThat(card.get("b").stringValue()).isEqualTo(evil);
        assertThat(card.get("c").stringValue()).isEqualTo("x " + evil);
    }

    @Test
    void functions_never_change_the_data() {
        JsonNode data = MAPPER.readTree("{\"o\": {\"a\": 1}, \"l\": [3, 1, 2]}");
        JsonNode before = data.deepCopy();
        String template =
                "[\"${setProperty(o, 'a', 2)}\", \"${removeProperty(o, 'a')}\", \"${addProperty(o, 'b', 2)}\","
                    + " \"${reverse(l)}\", \"${sortBy(l)}\", \"${merge(o, o)}\", \"${setPathToValue($data.o.a, 9)}\"]";
        CardTemplate.compile(template).expand(data);
        assertThat(data).isEqualTo(before);
    }

    @Test
    void a_tree_is_the_callers_own() {
        CardTemplate template = CardTemplate.compile(
                "{\"fixed\": {\"a\": [1]}, \"bound\": \"${o}\", \"known\": \"${createArray(1)}\"}");
        JsonNode data = MAPPER.readTree("{\"o\": {\"x\": 1}}");
        JsonNode first = template.expand(data).tree();
        String text = first.toString();
        ((ObjectNode) first.get("fixed")).removeAll();
        ((ObjectNode) first.get("bound")).removeAll();
        first.get("known").asArray().removeAll();
        assertThat(template.expand(data).text()).isEqualTo(text);
    }

    @Test
    void a_template_is_used_by_many_threads() {
        CardTemplate template =
                CardTemplate.compile("[{\"$data\": \"${l}\", \"t\": \"${$index} ${$data} ${$root.n}\"}]");
        assertThat(IntStream.range(0, 2000).parallel().mapToObj(n -> {
                    String text = template.expand(MAPPER.readTree("{\"n\": %d, \"l\": [%d]}".formatted(n, n)))
                            .text();
                    return text.equals("[{\"t\":\"0 %d %d\"}]".formatted(n, n));
                }))
                .containsOnly(true);
    }

    @Test
    void a_null_in_a_text_may_be_kept_as_it_is_written() {
        CardTemplate template = CardTemplate.compile(
                "\"Hello ${name}!\"", TemplateOptions.standard().withNullsKept());
        assertThat(template.expand(MAPPER.readTree("{\"name\": null}")).text()).isEqualTo("\"Hello ${name}!\"");
    }

    @Test
    void unknown_functions_may_be_refused_at_once() {
        TemplateOptions strict = TemplateOptions.standard().withUnknownFunctionsRefused();
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> CardTemplate.compile("{\"a\": \"x ${nosuch(1)}\"}", strict))
                .satisfies(e -> assertThat(e.pointer()).isEqualTo("/a"));
    }

    @Test
    void functions_can_be_added() {
        TemplateOptions options = TemplateOptions.standard()
                .withFunction(
                        "shout",
                        arguments -> StringNode.valueOf(arguments.getFirst().asString() + "!"))
                .withFunction("fail", arguments -> {
                    throw new IllegalStateException("no");
                });
        assertThat(Expression.parse("shout('a')", options)
                        .evaluate(MAPPER.createObjectNode())
                        .asString())
                .isEqualTo("a!");
        assertThat(Expression.parse("fail() || true", options)
                        .evaluate(MAPPER.createObjectNode())
                        .asBoolean())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withFunction("add", arguments -> arguments.getFirst()));
    }

    @Test
    void time_and_chance_are_given() {
        TemplateOptions options = TemplateOptions.standard()
                .withClock(Clock.fixed(Instant.parse("2020-08-01T00:12:20Z"), ZoneOffset.UTC))
                .withRandom(new Random(1));
        assertThat(Expression.parse("utcNow('yyyy-MM-dd')", options)
                        .evaluate(MAPPER.createObjectNode())
                        .asString())
                .isEqualTo("2020-08-01");
        assertThat(Expression.parse("rand(1, 100)", options)
                        .evaluate(MAPPER.createObjectNode())
                        .asInt())
                .isBetween(1, 99);
        assertThat(Expression.parse("newGuid()", options)
                        .evaluate(MAPPER.createObjectNode())
                        .asString())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void output_is_limited() {
        TemplateLimits limits = new TemplateLimits(1000, 10, 20, 10_000, 500, 50);
        for (String template : new String[] {
            "[{\"$data\": \"${range(0, 10)}\", \"x\": [{\"$data\": \"${$root.l}\", \"t\": \"${$root.s}\"}]}]",
            "[{\"$data\": \"${range(0, 11)}\", \"x\": 1}]",
            "\"${range(0, 51)}\"",
            "\"${concat(s, s, s, s, s, s)}\"",
            "\"${replace(s, 'x', s)}\"",
            "\"${join(range(0, 50), s)}\"",
            "\"x ${range(0, 1000000000)}\"",
            "\"${foreach(range(0,50),a,foreach(range(0,50),b,foreach(range(0,50),c,a)))}\""
        }) {
            TemplateOptions options = TemplateOptions.standard().withLimits(limits);
            JsonNode data = MAPPER.createObjectNode().put("s", "x".repeat(100)).set("l", MAPPER.readTree("[1,2,3]"));
            assertThatExceptionOfType(TemplateException.class)
                    .as(template)
                    .isThrownBy(() -> CardTemplate.compile(template, options).expand(data));
        }
    }

    @Test
    void depth_is_limited() {
        String deep = "[".repeat(400) + "]".repeat(400);
        assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> CardTemplate.compile(deep));
        for (String open : new String[] {"(", "[", "!", "-", "{a:", "`${", "length("}) {
            assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> Expression.parse(open.repeat(50_000)));
        }
        String chain = String.join("+", Collections.nCopies(20_000, "1"));
        assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> Expression.parse(chain));
        JsonNode data = MAPPER.createArrayNode();
        for (int level = 0; level < 100_000; level++) {
            data = MAPPER.createArrayNode().add(data);
        }
        JsonNode bottomless = data;
        CardTemplate template = CardTemplate.compile("{\"a\": \"${$data}\"}");
        assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> template.expand(bottomless));
    }

    @Test
    void a_regular_expression_cannot_run_away() {
        TemplateOptions options =
                TemplateOptions.standard().withLimits(new TemplateLimits(1000, 10, 20, 100_000, 5000, 50));
        ObjectNode data =
                MAPPER.createObjectNode().put("s", "a".repeat(3000) + "!").put("p", "(a*)(a*)(a*)(a*)b");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Expression.parse("isMatch(s, p)", options).evaluate(data))
                .withMessageContaining("steps");
        for (String pattern : new String[] {"^(a+)+$", "^(a|aa)+$", "(a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$"}) {
            data.put("p", pattern);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> politely(data));
        }
    }

    private static void politely(JsonNode data) {
        try {
            assertThat(Expression.parse("isMatch(s, p)").evaluate(data).booleanValue())
                    .isFalse();
        } catch (TemplateException e) {
            assertThat(e.problem()).isNotEmpty();
        }
    }

    @Test
    void utf8_is_json() {
        String odd = "\u0000\u001f\"\\/\n é € 😀 \ud83d";
        byte[] bytes = CardTemplate.compile("{\"a\": \"${s}\"}")
                .expand(MAPPER.createObjectNode().put("s", odd))
                .utf8();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\\u0000\\u001f\\\"\\\\/\\n é € 😀 \\ud83d");
        assertThat(MAPPER.readTree(bytes).get("a").stringValue()).isEqualTo(odd);
    }

    private static JsonNode expand(String template, String data) {
        return CardTemplate.compile(template).expand(MAPPER.readTree(data)).tree();
    }

    @Test
    void how_long_one_card_was_changes_nothing_about_the_next() {
        CardTemplate template = CardTemplate.compile("{\"a\": \"${s}\"}");
        for (int length : new int[] {0, 100_000, 1, 20_000, 0, 3_000, 100_000}) {
            String text = "é".repeat(length);
            assertThat(template.expand(JsonMapper.shared().createObjectNode().put("s", text))
                            .text())
                    .isEqualTo("{\"a\":\"" + text + "\"}");
        }
    }
}
