package dev.linekeeper.adapter.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows P1 to P20 and S1 to S15 of what PowerShell said: src/test/powershell/rows.json names the tests and trials that
 * hold each. A row without one, and a test or trial that is not there, fail.
 */
class RowsTest {
    private static final Path HOME = Path.of("src/test/powershell");
    private static final Path TRIALS = Path.of("src/test/trials/powershell");
    /** The runners' cases, by what stands before the colon; .ci/run runs them all. */
    private static final Map<String, Path> CASES = Map.of(
            "trials", TRIALS.resolve("cases.json"),
            "host", HOME.resolve("host-cases.json"),
            "script-trials", TRIALS.resolve("script/cases.json"),
            "script", HOME.resolve("script-cases.json"));

    static List<String> rows() {
        return Stream.concat(
                        IntStream.rangeClosed(1, 20).mapToObj(number -> "P" + number),
                        IntStream.rangeClosed(1, 15).mapToObj(number -> "S" + number))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_is_held_by_tests_that_are_there(String row) throws IOException {
        var held = read(HOME.resolve("rows.json")).path(row);
        assertThat(held.valueStream()).as("what holds " + row).isNotEmpty();
        for (var each : held) {
            var said = each.asString().split(": ", 2);
            if (said.length == 2) {
                assertThat(names(CASES.get(said[0]))).contains(said[1]);
            } else {
                assertThat(tests(said[0])).as(said[0]).isNotEmpty();
            }
        }
    }

    @Test
    void the_list_has_no_other_rows_and_no_case_of_a_row_is_left_out() throws IOException {
        var listed = read(HOME.resolve("rows.json"));
        assertThat(listed.propertyNames()).containsExactlyElementsOf(rows());
        for (var file : List.of("host", "script")) {
            assertThat(names(CASES.get(file)))
                    .allSatisfy(name -> assertThat(rows()).contains(name.split("[ -]", 2)[0]));
        }
    }

    /** The tests of {@code package.Class.method}, or of a class. */
    private static List<Method> tests(String reference) {
        var last = reference.substring(reference.lastIndexOf('.') + 1);
        var method = Character.isLowerCase(last.charAt(0));
        var type = method ? reference.substring(0, reference.length() - last.length() - 1) : reference;
        try {
            var found = Class.forName(type);
            return method
                    ? Arrays.stream(found.getDeclaredMethods())
                            .filter(each -> each.getName().equals(last))
                            .filter(each -> AnnotationSupport.isAnnotated(each, Testable.class))
                            .toList()
                    : List.of(found.getDeclaredMethods());
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("There is no " + type, missing);
        }
    }

    private static List<String> names(Path cases) throws IOException {
        var read = read(cases);
        return (read.isArray() ? read : read.path("cases"))
                .valueStream()
                .map(each -> each.path("name").asString())
                .toList();
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }
}
