package dev.linekeeper.template;

import dev.linekeeper.template.expression.Expression;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.expression.TemplateOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A function as {@code template/functions.txt} describes it, in a line: how it is called, what that means, an example and
 * its value as JSON.
 */
record DocumentedFunction(String group, String call, String meaning, String example, String value) {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The time it is in every example. */
    static final Instant NOW = Instant.parse("2026-11-22T10:30:15.250Z");

    /** What the examples refer to. */
    static final JsonNode DATA = MAPPER.readTree("""
        {"name": "Ada", "people": [{"name": "Bo", "age": 31}, {"name": "Cy", "age": 22}]}\
        """);

    private static final TemplateOptions OPTIONS =
            TemplateOptions.standard().withClock(Clock.fixed(NOW, ZoneOffset.UTC));

    static List<DocumentedFunction> all() {
        List<DocumentedFunction> functions = new ArrayList<>();
        String group = "";
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                group = line.substring(3);
            } else if (!line.isEmpty()) {
                String[] parts = line.split(" \\| ", -1);
                functions.add(new DocumentedFunction(group, parts[0], parts[1], parts[2], parts[3]));
            }
        }
        return functions;
    }

    String name() {
        return call.substring(0, call.indexOf('('));
    }

    List<String> arguments() {
        String inner = call.substring(call.indexOf('(') + 1, call.length() - 1);
        return inner.isEmpty() ? List.of() : Stream.of(inner.split(", ")).toList();
    }

    /** The example, evaluated: its {@code value} or {@code error}. */
    JsonNode answer() {
        ObjectNode answer = MAPPER.createObjectNode();
        try {
            JsonNode value = Expression.parse(example, OPTIONS).evaluate(DATA);
            return answer.set(
                    "value", CardTemplate.compile("\"${$data}\"").expand(value).tree());
        } catch (TemplateException e) {
            return answer.put("error", e.getMessage());
        }
    }

    @Override
    public String toString() {
        return example;
    }

    private static List<String> lines() {
        try (InputStream in = DocumentedFunction.class.getResourceAsStream("/template/functions.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
