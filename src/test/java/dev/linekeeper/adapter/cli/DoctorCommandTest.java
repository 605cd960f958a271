package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Wording;
import dev.linekeeper.service.checkup.Check;
import dev.linekeeper.service.checkup.Check.State;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
    private static final Check GOOD = Check.of("mode", State.GOOD, "linekeeper.mode = live", Check.found("live"));
    private static final Check MISSING =
            Check.of("module", State.MISSING, "MicrosoftTeams ≥ 5.5.0", Check.found("pwsh could not be started"));
    private static final Check UNKNOWN = Check.of("jobs", State.UNKNOWN, "≤ 2 min", Check.unchecked("no database"));

    private record Run(int code, String out) {}

    @Test
    void what_is_right_takes_a_line_and_what_is_missing_says_what_to_do_and_what_works_meanwhile() {
        var run = run(List.of(GOOD, MISSING));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "✓ Whether I may change anything: live",
                        "✗ The MicrosoftTeams module of PowerShell: pwsh could not be started",
                        "expected: MicrosoftTeams ≥ 5.5.0",
                        "→ Install PowerShell 7.2",
                        "Voice cannot be switched")
                .doesNotContain("Set linekeeper.mode");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= Paint.WIDTH);
    }

    @Test
    void what_could_not_be_checked_is_not_taken_for_right_and_what_wants_attention_does_not_fail() {
        assertThat(run(List.of(GOOD, UNKNOWN)).code()).isEqualTo(1);
        assertThat(run(List.of(GOOD, Check.of("mode", State.ATTENTION, "", Check.nothing())))
                        .code())
                .isZero();
    }

    @Test
    void scripts_get_json_with_the_state_by_name() {
        var json =
                Json.MAPPER.readTree(run(List.of(MISSING), "--format", "json").out());

        assertThat(json.get(0).propertyNames())
                .containsExactly("check", "name", "state", "expected", "found", "remedy", "without");
        assertThat(json.get(0).get("check").stringValue()).isEqualTo("doctor.module");
        assertThat(json.get(0).get("state").stringValue()).isEqualTo("MISSING");
    }

    private static Run run(List<Check> checks, String... options) {
        var out = new StringWriter();
        var shell = new Shell(
                new PrintWriter(out), new PrintWriter(out), new Paint(false), Wording.of(Locale.ENGLISH)::say);
        var arguments = new String[options.length + 1];
        arguments[0] = "doctor";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return new Run(CommandLineInterface.execute(new Examined(checks), shell, arguments), out.toString());
    }

    private record Examined(List<Check> checks) implements Surroundings {
        @Override
        public List<Check> examine() {
            return checks;
        }

        @Override
        public Configured tenantFile(Path file) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Configured configured() {
            throw new AssertionError("not asked for");
        }

        @Override
        public Records records(String request) {
            throw new AssertionError("not asked for");
        }
    }
}
