package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.template.HostileExamples;
import dev.linekeeper.template.HostilePrograms;
import dev.linekeeper.timing.Sampling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Templates and data of people who mean no good, in a process with a small heap: each line is answered after two seconds of
 * CPU time at the most (of all threads, those that collect garbage and compile among them), and so is the next one.
 */
class ExpandLimitsTest {
    private static final long MOST_MILLISECONDS = 2000;
    private static final String NEXT = "{\"expression\": \"1 + 1\"}";

    private static Process process;
    private static PrintWriter lines;
    private static BufferedReader answers;

    @BeforeAll
    static void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExpandUnderStrain.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        lines = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = process.inputReader(StandardCharsets.UTF_8);
        answer(NEXT);
    }

    @AfterAll
    static void stop() {
        process.destroyForcibly();
    }

    @Test
    void the_programs_somebody_thought_of_are_answered_soon_and_so_is_the_next_line() {
        check(HostileExamples.lines());
    }

    /** Nearly each takes all the time there is: of 2,600 those that take a minute or two. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void so_are_random_calls_of_every_function_with_hostile_arguments(long seed) {
        check(HostilePrograms.calls(seed, Sampling.of(1, 4), Sampling.of(20, 80)));
    }

    /** Siblings of the 28,000 digits: digits, letters, brackets, escapes, accents and more, wherever a text may stand. */
    @Test
    void so_are_texts_of_a_hundred_thousand_characters_wherever_a_text_may_stand() {
        check(HostilePrograms.longTexts(3, Sampling.of(30, Integer.MAX_VALUE)));
    }

    private static void check(List<String> programs) {
        for (String program : programs) {
            String answer = answer(program);
            assertThat(answer).as(shown(program)).startsWith("{\"").doesNotContain("not enough memory");
            assertThat(answer(NEXT)).as("the line after " + shown(program)).isEqualTo("{\"value\":2}");
        }
    }

    private static String shown(String program) {
        return program.substring(0, Math.min(program.length(), 250));
    }

    /** The answer to a line, which has not taken too long. */
    private static String answer(String line) {
        lines.println(line);
        try {
            String answer = answers.readLine();
            assertThat(answer).as("the process lives after " + shown(line)).isNotNull();
            int tab = answer.indexOf('\t');
            assertThat(Long.parseLong(answer.substring(0, tab)))
                    .as("milliseconds of CPU time for " + shown(line))
                    .isLessThan(MOST_MILLISECONDS);
            return answer.substring(tab + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
