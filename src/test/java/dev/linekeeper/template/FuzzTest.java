package dev.linekeeper.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.template.expression.Expression;
import dev.linekeeper.template.expression.PrebuiltFunctions;
import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.timing.Sampling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever comes in, nothing comes out but a value or the engine's own exception, and soon. */
class FuzzTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ALPHABET = "ab1.0 '\"`\\${}()[],:?!+-*/%^&|<>=@#_\n\téx$${}''``";
    private static final List<String> PIECES = List.of(
            "${",
            "}",
            "`",
            "'",
            "\\",
            "foreach(",
            "list",
            ", x, ",
            "x => ",
            "obj.",
            "[0]",
            "['a']",
            " ? ",
            " : ",
            "json('{",
            "}')",
            "1e9",
            "999999999",
            "$data",
            "$root",
            "range(0,",
            "concat(",
            ")",
            "replace(s,'',s)",
            "'\\u0000'",
            "{a:",
            "isMatch(s,'(a*)*')");

    @ParameterizedTest
    @ValueSource(longs = {11, 22, 33, 44})
    void garbage_is_refused_politely(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomCases cases = new RandomCases(seed);
        Assertions.assertTimeout(Duration.ofSeconds(Sampling.of(60, 900)), () -> {
            for (int round = 0; round < Sampling.of(1_000, 30_000); round++) {
                String text = garbage(random, cases);
                JsonNode data = cases.data();
                polite(text, () -> Expression.parse(text).evaluate(data));
                polite(
                        text,
                        () -> CardTemplate.compile(
                                        MAPPER.createArrayNode().add(text).add("${" + text + "}"))
                                .expand(data)
                                .tree());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {55, 66})
    void every_function_copes_with_any_arguments(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomCases cases = new RandomCases(seed);
        List<String> names = new ArrayList<>(PrebuiltFunctions.LIBRARY.names());
        names.sort(null);
        List<String> arguments = List.of(
                "null",
                "undefined",
                "0",
                "-1",
                "1.5",
                "99999999999999999999",
                "''",
                "'x'",
                "s",
                "list",
                "objs",
                "obj",
                "[]",
                "{}",
                "true",
                "'2018-03-15T13:00:00.111Z'",
                "'('",
                "[null]",
                "binary('a')",
                "[[1,[2]],{a:1}]",
                "1 / 3.0",
                "'99999999999'",
                "'-'");
        Assertions.assertTimeout(Duration.ofSeconds(Sampling.of(60, 900)), () -> {
            for (String name : names) {
                for (int round = 0; round < Sampling.of(20, 600); round++) {
                    List<String> chosen = new ArrayList<>();
                    for (int count = random.nextInt(5); count > 0; count--) {
                        chosen.add(arguments.get(random.nextInt(arguments.size())));
                    }
                    String text = name + "(" + String.join(", ", chosen) + ")";
                    JsonNode data = cases.data();
                    polite(text, () -> Expression.parse(text).evaluate(data));
                    polite(text, () -> CardTemplate.compile("{}").expand(data));
                }
            }
        });
    }

    private static String garbage(SplittableRandom random, RandomCases cases) {
        if (random.nextInt(3) == 0) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            return text.toString();
        }
        StringBuilder text = new StringBuilder(cases.expression());
        for (int mutations = random.nextInt(4); mutations > 0; mutations--) {
            int at = random.nextInt(text.length() + 1);
            if (random.nextBoolean()) {
                text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            } else {
                text.delete(at, Math.min(text.length(), at + random.nextInt(4)));
            }
        }
        return text.toString();
    }

    private static void polite(String text, Runnable attempt) {
        try {
            attempt.run();
        } catch (TemplateException e) {
            assertThat(e.getMessage()).isNotBlank();
        } catch (RuntimeException | Error e) {
            throw new AssertionError("for " + text, e);
        }
    }
}
