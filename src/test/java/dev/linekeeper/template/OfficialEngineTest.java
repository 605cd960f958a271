package dev.linekeeper.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linekeeper.template.expression.Expression;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.expression.TemplateOptions;
import dev.linekeeper.timing.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random expressions and templates, the same for the official engine and ours. Skipped unless Node is there and
 * {@code linekeeper.template.oracle} (or {@code src/bench/template}) is a folder with the npm packages. The seed is always the
 * same, unless {@code linekeeper.template.seed} is another; {@code linekeeper.template.cases} asks for more cases.
 */
class OfficialEngineTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int EXPRESSIONS = Integer.getInteger("linekeeper.template.cases", Sampling.of(2_000, 8_000));
    private static final Instant NOW = DocumentedFunction.NOW;
    private static final TemplateOptions OPTIONS =
            TemplateOptions.standard().withClock(Clock.fixed(NOW, ZoneOffset.UTC));
    private static final Path SUITE = Path.of("src/test/resources/template");
    private static final Path ORACLE = Path.of("src/bench/template/oracle.cjs");

    @TempDir
    private Path folder;

    @Test
    void the_outcome_of_random_cases_is_that_of_the_official_engine() throws IOException, InterruptedException {
        long seed = Long.getLong("linekeeper.template.seed", 4);
        compare("seed=%d".formatted(seed), questions(seed));
    }

    @Test
    void the_official_engine_agrees_with_our_own_suite_and_our_examples() throws IOException, InterruptedException {
        List<ObjectNode> questions = new ArrayList<>();
        for (String name : List.of("expressions", "templates")) {
            JsonNode suite = MAPPER.readTree(Files.readAllBytes(SUITE.resolve(name + ".json")));
            for (JsonNode one : suite.get("cases")) {
                ObjectNode question = MAPPER.createObjectNode();
                question.set("data", suite.get("data"));
                question.set("host", suite.path("host").isMissingNode() ? MAPPER.nullNode() : suite.get("host"));
                String key = one.has("template") ? "template" : "expression";
                questions.add(question.set(key, one.get(key)));
            }
        }
        DocumentedFunction.all()
                .forEach(function -> questions.add(MAPPER.createObjectNode()
                        .put("expression", function.example())
                        .set("data", DocumentedFunction.DATA)));
        compare("suite", questions);
    }

    private void compare(String what, List<ObjectNode> questions) throws IOException, InterruptedException {
        List<String> answers = ask(packages(), questions);
        List<String> differences = new ArrayList<>();
        Map<KnownDifference, Integer> known = new EnumMap<>(KnownDifference.class);
        int errors = 0;
        for (int index = 0; index < questions.size(); index++) {
            JsonNode question = questions.get(index);
            JsonNode official = Numerals.plain(MAPPER.readTree(answers.get(index)));
            JsonNode ours = Numerals.plain(answer(question));
            errors += official.has("error") ? 1 : 0;
            if (official.has("error") ? ours.has("error") : official.equals(ours)) {
                continue;
            }
            Stream.of(KnownDifference.values())
                    .filter(difference -> difference.explains(question, official, ours))
                    .findFirst()
                    .ifPresentOrElse(
                            difference -> known.merge(difference, 1, Integer::sum),
                            () -> differences.add(
                                    "%s\n  official %s\n  ours     %s".formatted(question, official, ours)));
        }
        System.out.printf(
                "%s questions=%d errors=%d known=%s differences=%d%n",
                what, questions.size(), errors, known, differences.size());
        assertThat(differences).as(what).isEmpty();
    }

    private static Path packages() throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("linekeeper.template.oracle", "src/bench/template"));
        assumeTrue(
                Files.isDirectory(folder.resolve("node_modules/adaptivecards-templating")),
                "no npm packages in " + folder);
        assumeTrue(hasNode(), "no Node");
        return folder;
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<ObjectNode> questions(long seed) {
        RandomCases cases = new RandomCases(seed);
        List<ObjectNode> questions = new ArrayList<>();
        for (int index = 0; index < EXPRESSIONS; index++) {
            questions.add(MAPPER.createObjectNode()
                    .put("expression", cases.expression())
                    .set("data", cases.data()));
        }
        for (int index = 0; index < EXPRESSIONS / 2; index++) {
            ObjectNode question = MAPPER.createObjectNode();
            question.set("template", cases.template());
            question.set("data", cases.data());
            question.putObject("host").put("h", "host");
            questions.add(question);
        }
        return questions;
    }

    private List<String> ask(Path packages, List<ObjectNode> questions) throws IOException, InterruptedException {
        Path in = folder.resolve("questions.jsonl");
        Path out = folder.resolve("answers.jsonl");
        Files.write(in, questions.stream().map(ObjectNode::toString).toList());
        ProcessBuilder node = new ProcessBuilder("node", ORACLE.toString(), packages.toString(), NOW.toString())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        node.environment().put("TZ", "UTC");
        assertThat(node.start().waitFor(5, TimeUnit.MINUTES)).isTrue();
        return Files.readAllLines(out);
    }

    private static JsonNode answer(JsonNode question) {
        try {
            return question.has("template") ? expand(question) : evaluate(question);
        } catch (TemplateException e) {
            return MAPPER.createObjectNode().put("error", e.getMessage());
        }
    }

    private static JsonNode expand(JsonNode question) {
        Expansion expansion = CardTemplate.compile(question.get("template"), OPTIONS)
                .expand(question.get("data"), question.get("host"));
        ObjectNode answer = MAPPER.createObjectNode();
        answer.set("output", expansion.tree());
        expansion.warnings().forEach(answer.putArray("warnings")::add);
        return answer;
    }

    private static JsonNode evaluate(JsonNode question) {
        JsonNode value = Expression.parse(question.get("expression").stringValue(), OPTIONS)
                .evaluate(question.get("data"));
        if (value.isMissingNode()) {
            return MAPPER.createObjectNode().put("undefined", true);
        }
        return MAPPER.createObjectNode()
                .set("value", CardTemplate.compile("\"${$data}\"").expand(value).tree());
    }
}
