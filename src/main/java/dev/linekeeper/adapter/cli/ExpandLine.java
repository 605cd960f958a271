package dev.linekeeper.adapter.cli;

import dev.linekeeper.template.CardTemplate;
import dev.linekeeper.template.Expansion;
import dev.linekeeper.template.expression.Expression;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.expression.TemplateOptions;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One question on a line, and its answer: the output of a template, the value of an expression, or what is wrong. */
final class ExpandLine {
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
            Clock clock = Clock.fixed(OffsetDateTime.parse(now.stringValue()).toInstant(), ZoneOffset.UTC);
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
