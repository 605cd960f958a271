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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

    private Process process;
    private PrintWriter lines;
    private BufferedReader answers;

    @BeforeEach
    void start() throws IOException {
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

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void the_programs_somebody_thought_of_are_answered_soon_and_so_is_the_next_line() {
        check(HostileExamples.lines());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void so_are_random_calls_of_every_function_with_hostile_arguments(long seed) {
        List<String> programs = new ArrayList<>(HostilePrograms.calls(seed, Sampling.of(1, 4)));
        Collections.shuffle(programs, new Random(seed));
        check(programs.subList(0, Sampling.of(20, programs.size())));
    }

    private void check(List<String> programs) {
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
    private String answer(String line) {
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
