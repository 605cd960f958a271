package dev.linekeeper.template;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linekeeper.shared.SharedChecks;
import dev.linekeeper.template.expression.Expression;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.expression.TemplateOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases with the results of the official engines. */
class ConformanceTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void every_template_case_is_met() {
        JsonNode file = read("templating.json");
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode question : file.get("cases")) {
            JsonNode data = question.has("rootRef")
                    ? file.get("roots").get(question.get("rootRef").stringValue())
                    : question.path("data");
            CardTemplate template = CardTemplate.compile(question.get("template"));
            JsonNode expected = Numerals.plain(question.get("expected"));
            softly.assertThat(Numerals.plain(
                            template.expand(data, question.path("host")).tree()))
                    .as(question.get("name").stringValue())
                    .isEqualTo(expected);
        }
        softly.assertAll();
    }

    @Test
    void every_expression_has_its_value() {
        JsonNode file = read("expressions.json");
        SoftAssertions softly = new SoftAssertions();
        for (String set : new String[] {"cases", "frozenClockCases"}) {
            for (JsonNode question : file.get(set)) {
                JsonNode value = Expression.parse(question.get("expression").stringValue(), options(question))
                        .evaluate(file.get("scope"));
                softly.assertThat(Numerals.plain(value))
                        .as(question.get("expression").stringValue())
                        .isEqualTo(Numerals.plain(question.get("expected")));
            }
        }
        softly.assertAll();
    }

    @Test
    void every_mistake_is_an_error() {
        JsonNode file = read("expressions.json");
        for (JsonNode question : file.get("errorCases")) {
            assertThatExceptionOfType(TemplateException.class)
                    .as(question.get("expression").stringValue())
                    .isThrownBy(
                            () -> Expression.parse(question.get("expression").stringValue())
                                    .evaluate(file.get("badScope")));
        }
        for (JsonNode question : file.get("parseErrorCases")) {
            assertThatExceptionOfType(TemplateException.class)
                    .isThrownBy(
                            () -> Expression.parse(question.get("expression").stringValue()));
        }
    }

    private static TemplateOptions options(JsonNode question) {
        return question.has("now")
                ? TemplateOptions.standard()
                        .withClock(Clock.fixed(Instant.parse(question.get("now").stringValue()), ZoneOffset.UTC))
                : TemplateOptions.standard();
    }

    private static JsonNode read(String name) {
        return MAPPER.readTree(SharedChecks.path("conformance", name).toFile());
    }
}
